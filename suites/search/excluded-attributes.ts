import { bodyOf, defineCheck } from '#check'
import { answering, URN } from '#scim'
import { searchForOwn } from './lists.part.ts'

export default defineCheck({
  id: 'search/excluded-attributes',
  title: 'excludedAttributes in a SearchRequest leaves out all but id',
  proves: ['RFC7644-3.4.3-07', 'RFC7644-3.4.3-08', 'RFC7644-3.4.3-09'],
  needs: { features: ['filter', 'search'], resource: 'User', attributes: ['name.familyName', 'displayName'] },

  async act(act) {
    const ask = await searchForOwn(act)
    return {
      plain: await ask({ excludedAttributes: ['emails', 'id'] }),
      dotted: await ask({ excludedAttributes: ['name.familyName', `${URN.user}:displayName`] }),
    }
  },

  judge({ plain, dotted }, claim) {
    claim('RFC7644-3.4.3-07', plain)
      .status(200)
      .has('/Resources/0/userName')
      .has('/Resources/0/displayName')
      .lacks('/Resources/0/emails')
    claim('RFC7644-3.4.3-08', plain).has('/Resources/0/id')
    claim('RFC7644-3.4.3-09', dotted)
      .status(200)
      .has('/Resources/0/name/givenName')
      .lacks('/Resources/0/name/familyName')
      .lacks('/Resources/0/displayName')
  },

  counterexample: ({ plain, dotted }) => {
    const user = {
      displayName: 'Kari Moen',
      name: { familyName: 'Moen' },
      emails: [{ value: 'kari@scim-test.example' }],
    }
    const body = { ...bodyOf(plain), Resources: [user] }
    return { plain: answering(plain, { body }), dotted: answering(dotted, { body }) }
  },
})
