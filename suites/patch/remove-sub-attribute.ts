import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { reads } from './values.part.ts'

export default defineCheck({
  id: 'patch/remove-sub-attribute',
  title: 'PATCH remove of a sub-attribute keeps the others',
  proves: ['RFC7644-3.5.2.2-07'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['name.middleName', 'name.givenName', 'name.familyName'],
  },

  async act({ given, send }) {
    const user = await given('User', { name: { givenName: 'Anna', middleName: 'Li', familyName: 'Berg' } })
    const removed = await send(patch(user.path, { op: 'remove', path: 'name.middleName' }))
    return { removed, after: await send(get(user.path)) }
  },

  judge({ removed, after }, claim) {
    claim('RFC7644-3.5.2.2-07', removed).succeeds()
    claim('RFC7644-3.5.2.2-07', after)
      .status(200)
      .lacks('/name/middleName')
      .holds(...reads(after, '/name/familyName', 'Berg'))
  },

  counterexample: ({ removed, after }) => ({
    removed,
    after: answering(after, { body: { ...bodyOf(after), name: null } }),
  }),
})
