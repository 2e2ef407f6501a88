import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering } from '#scim'

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
    const actual = pointTo(bodyOf(after), '/name/familyName')
    claim('RFC7644-3.5.2.2-07', removed).succeeds()
    claim('RFC7644-3.5.2.2-07', after)
      .status(200)
      .lacks('/name/middleName')
      .holds(String(actual).toLowerCase() === 'berg', {
        expected: 'Berg',
        actual,
        pointer: '/name/familyName',
      })
  },

  counterexample: ({ removed, after }) => ({
    removed,
    after: answering(after, { body: { ...bodyOf(after), name: null } }),
  }),
})
