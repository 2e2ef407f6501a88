import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-2026/user-name-comes-back',
  title: 'userName, the login name, comes back as it was sent',
  proves: ['fiks/F-40'],
  needs: { resource: 'User', attributes: ['userName'] },

  async act({ given, send }) {
    const user = await given('User')
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    const expected = pointTo(created.request.body, '/userName') ?? null
    const actual = bodyOf(after)?.userName
    const same = String(actual).toLowerCase() === String(expected).toLowerCase()
    claim('fiks/F-40', after).status(200).holds(same, { expected, actual, pointer: '/userName' })
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, { body: { ...bodyOf(after), userName: 'somebody.else@scim-test.example' } }),
  }),
})
