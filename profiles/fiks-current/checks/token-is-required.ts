import { defineCheck, get } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/token-is-required',
  title: 'Requests without a valid token are refused with 401',
  proves: ['fiks/F-10'],
  needs: { resource: 'User' },

  async act({ given, send }) {
    const query = get((await given('User')).path)
    const none = await send(query, { credentials: 'none' })
    const wrong = await send(query, { credentials: 'wrong' })
    return { none, wrong, own: await send(query) }
  },

  judge({ none, wrong, own }, claim) {
    claim('fiks/F-10', none).status(401)
    claim('fiks/F-10', wrong).status(401)
    claim('fiks/F-10', own).succeeds()
  },

  counterexample: ({ none, wrong, own }) => ({ none, wrong: answering(wrong, { status: 200 }), own }),
})
