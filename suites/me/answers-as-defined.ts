import { defineCheck, reading } from '#check'
import { answering, header, URN } from '#scim'
import { pathBelow } from './location.part.ts'

export default defineCheck({
  id: 'me/answers-as-defined',
  title: 'GET /Me shows the subject, leads to it, or says 501',
  proves: ['RFC7644-3.11-02', 'RFC7644-3.11-03', 'RFC7644-3.11-04'],

  async act({ facts, send }) {
    const me = await send({ method: 'GET', path: '/Me' })
    const to = me.response?.status === 308 ? pathBelow(facts.base, header(me, 'location') ?? '') : undefined
    return { me, followed: to === undefined ? [] : [await send({ method: 'GET', path: to })] }
  },

  judge({ me, followed }, claim) {
    // AMBIGUOUS: AMB-094: a client whose credentials are no person's has no answer of its own.
    const tolerated = [403, 404, 405].map((status) => reading('AMB-094/404', status))
    for (const row of ['RFC7644-3.11-02', 'RFC7644-3.11-03'] as const) {
      const stated = claim(row, me).status(200, 308, 501, ...tolerated)
      if (me.response?.status === 308) stated.header('location', 'a URI', (value) => value !== '')
    }
    const isRedirect = me.response?.status === 308
    const to = header(me, 'location') ?? null
    const leads = !isRedirect || (to !== null && to !== '' && !/\/me\/?$/i.test(to))
    const stated = claim('RFC7644-3.11-04', me)
    stated.holds(leads, { what: 'header location', expected: 'the URI of a resource', actual: to })
    for (const one of followed) claim('RFC7644-3.11-04', one).status(200)
  },

  counterexample: ({ me }) => [
    { me: answering(me, { status: 500, body: { schemas: [URN.error], status: '500' } }), followed: [] },
    { me: answering(me, { status: 204, body: undefined }), followed: [] },
    { me: answering(me, { status: 308, headers: { location: '/Me' }, body: undefined }), followed: [] },
  ],
})
