import { bodyOf, defineCheck, idsIn } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'search/excluded-attributes',
  title: 'excludedAttributes in a SearchRequest leaves out all but id',
  proves: ['RFC7644-3.4.3-07', 'RFC7644-3.4.3-08', 'RFC7644-3.4.3-09'],
  needs: { features: ['filter', 'search'], resource: 'User', attributes: ['name.familyName', 'displayName'] },

  async act({ endpoint, eventually, given }) {
    const { id, sent } = await given('User')
    const search = (excludedAttributes: string[]) => {
      const filter = `userName eq ${JSON.stringify(sent.userName)}`
      const body = { schemas: [URN.searchRequest], filter, excludedAttributes }
      const request = { method: 'POST' as const, path: `${endpoint('User')}/.search`, body }
      return eventually(request, (list) => idsIn(list).includes(id))
    }
    return {
      plain: await search(['emails', 'id']),
      dotted: await search(['name.familyName', `${URN.user}:displayName`]),
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
