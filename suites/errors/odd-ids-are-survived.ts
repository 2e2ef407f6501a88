import { defineCheck, get } from '#check'
import { answering, URN } from '#scim'

const ODD: readonly { readonly name: string; readonly id: string }[] = [
  { name: 'quote', id: "x' OR '1'='1" },
  { name: 'wildcard', id: '*' },
  { name: 'null character', id: 'a\u0000b' },
  { name: 'letters', id: 'æøå🙂' },
  { name: 'number', id: '-1' },
  { name: 'long', id: 'x'.repeat(1_000) },
]

export default defineCheck({
  id: 'errors/odd-ids-are-survived',
  title: 'An id of odd characters is answered with 404, not with a fault',
  proves: ['RFC7644-3.12-17', 'RFC7644-3.12-13'],
  needs: { resource: 'User' },
  each: () => ODD.map(({ name, id }) => ({ name, id })),

  async act({ endpoint, of, send }) {
    return { answer: await send(get(`${endpoint('User')}/${encodeURIComponent(of.id)}`)) }
  },

  judge({ answer }, claim) {
    const actual = answer.response?.status
    const fault = actual === undefined || actual >= 500
    const detail = { what: 'status', expected: 'a status below 500', actual }
    claim('RFC7644-3.12-17', answer).holds(!fault, detail)
    // 400 and 414 say that there can be no such id.
    claim('RFC7644-3.12-13', answer).status(404, 400, 414)
  },

  counterexample: ({ answer }) => ({
    answer: answering(answer, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
