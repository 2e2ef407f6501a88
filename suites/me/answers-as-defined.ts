import { defineCheck, reading } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'me/answers-as-defined',
  title: 'GET /Me shows the subject, leads to it, or says 501',
  proves: ['RFC7644-3.11-02', 'RFC7644-3.11-03'],

  async act({ send }) {
    return { me: await send({ method: 'GET', path: '/Me' }) }
  },

  judge({ me }, claim) {
    // AMBIGUOUS: AMB-094: a client whose credentials are no person's has no answer of its own.
    const tolerated = [403, 404, 405].map((status) => reading('AMB-094/404', status))
    for (const row of ['RFC7644-3.11-02', 'RFC7644-3.11-03'] as const) {
      const stated = claim(row, me).status(200, 308, 501, ...tolerated)
      if (me.response?.status === 308) stated.header('location', 'a URI', (value) => value !== '')
    }
  },

  counterexample: ({ me }) => [
    { me: answering(me, { status: 500, body: { schemas: [URN.error], status: '500' } }) },
    { me: answering(me, { status: 204, body: undefined }) },
  ],
})
