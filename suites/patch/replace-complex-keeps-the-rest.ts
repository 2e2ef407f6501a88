import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { reads } from './values.part.ts'

export default defineCheck({
  id: 'patch/replace-complex-keeps-the-rest',
  title: 'PATCH replace of a complex attribute keeps what it leaves out',
  proves: ['RFC7644-3.5.2.3-05', 'RFC7644-3.5.2.3-06'],
  needs: { features: ['patch'], resource: 'User', attributes: ['name.givenName', 'name.familyName'] },

  async act({ given, send }) {
    const user = await given('User', { name: { givenName: 'Anna', familyName: 'Berg' } })
    const value = { givenName: 'Eva' }
    const replaced = await send(patch(user.path, { op: 'replace', path: 'name', value }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    claim('RFC7644-3.5.2.3-05', replaced).succeeds()
    claim('RFC7644-3.5.2.3-05', after).holds(...reads(after, '/name/givenName', 'Eva'))
    claim('RFC7644-3.5.2.3-06', after).holds(...reads(after, '/name/familyName', 'Berg'))
  },

  counterexample: ({ replaced, after }) => [
    { replaced, after: answering(after, { body: { ...bodyOf(after), name: { givenName: 'Eva' } } }) },
    { replaced, after: answering(after, { body: { ...bodyOf(after), name: { familyName: 'Berg' } } }) },
  ],
})
