import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/put-is-answered-in-order',
  title: 'PUT is supported or refused in an orderly way',
  proves: ['fiks/F-62'],
  needs: { resource: 'User' },

  async act({ given, send }) {
    const user = await given('User')
    return { put: await send({ method: 'PUT', path: user.path, body: user.sent }) }
  },

  judge({ put }, claim) {
    claim('fiks/F-62', put).status(200, 204, 403, 404, 405, 501)
  },

  counterexample: ({ put }) => ({ put: answering(put, { status: 500 }) }),
})
