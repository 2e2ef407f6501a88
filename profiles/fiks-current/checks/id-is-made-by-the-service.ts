import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'fiks-current/id-is-made-by-the-service',
  title: 'An id that the client sends with a new user is not used',
  proves: ['fiks/F-21'],
  needs: { resource: 'User' },

  async act({ given, send, mark }) {
    const user = await given('User', { id: mark('own-id') })
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    const sent = member(created.request.body, 'id') ?? null
    const actual = member(bodyOf(after), 'id')
    claim('fiks/F-21', after)
      .has('/id')
      .holds(actual !== sent, {
        expected: `anything but ${sent}`,
        actual,
        pointer: '/id',
      })
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, {
      body: { ...bodyOf(after), id: member(created.request.body, 'id') ?? null },
    }),
  }),
})
