import { bodyOf, defineCheck, resourcesIn } from '#check'
import { answering, isObject, member, URN } from '#scim'
import { searchForOwn } from './lists.part.ts'

export default defineCheck({
  id: 'search/attributes',
  title: 'attributes in a SearchRequest decides what is returned',
  proves: ['RFC7644-3.4.3-05', 'RFC7644-3.4.3-06'],
  needs: { features: ['filter', 'search'], resource: 'User', attributes: ['name.familyName', 'displayName'] },

  async act(act) {
    const ask = await searchForOwn(act)
    return {
      plain: await ask({ attributes: ['userName'] }),
      dotted: await ask({ attributes: ['name.familyName', `${URN.user}:userName`] }),
    }
  },

  judge({ plain, dotted }, claim) {
    for (const name of ['displayName', 'emails', 'name']) {
      claim('RFC7644-3.4.3-05', plain)
        .status(200)
        .has('/Resources/0/id')
        .has('/Resources/0/userName')
        .lacks(`/Resources/0/${name}`)
    }
    const name = member(resourcesIn(dotted)[0], 'name')
    const isExtended = isObject(name) && Object.keys(name).length > 1
    claim('RFC7644-3.4.3-06', dotted)
      .status(200)
      .has('/Resources/0/userName')
      .has('/Resources/0/name/familyName')
      .lacks('/Resources/0/displayName')
      .holds(true, {
        what: 'sub-attributes of name',
        expected: ['familyName'],
        actual: isObject(name) ? Object.keys(name) : [],
        ...(isExtended ? { reading: 'AMB-087/extra-sub-attributes' as const } : {}),
      })
  },

  counterexample: ({ plain, dotted }) => {
    const all = {
      ...resourcesIn(dotted)[0],
      displayName: 'Kari Moen',
      emails: [{ value: 'kari@scim-test.example' }],
    }
    const body = { ...bodyOf(plain), Resources: [all] }
    return { plain: answering(plain, { body }), dotted: answering(dotted, { body }) }
  },
})
