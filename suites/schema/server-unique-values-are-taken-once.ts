import { defineCheck, reading } from '#check'
import { answering } from '#scim'
import { takeTwice, uniqueAttributes } from './unique.part.ts'

export default defineCheck({
  id: 'schema/server-unique-values-are-taken-once',
  title: 'What is published as unique cannot be had by two users',
  proves: ['RFC7643-7-38', 'RFC7643-7-40', 'RFC7643-7-42', 'RFC7644-3.12-14'],
  needs: { resource: 'User', features: ['schemas'] },
  breaks: 'Two accounts for one person: incident family D1.',
  each: (facts) => uniqueAttributes(facts, 'server'),

  act: takeTwice,

  judge({ second }, claim) {
    const status = second.response?.status ?? 0
    const refused = status === 409 || status === 400
    const detail = { what: 'status', expected: [409, 400], actual: status }
    for (const row of ['RFC7643-7-38', 'RFC7643-7-40', 'RFC7643-7-42'] as const)
      claim(row, second).holds(refused, detail)
    claim('RFC7644-3.12-14', second).status(409, reading('AMB-037/400', 400))
  },

  counterexample: ({ first, second }) => ({
    first,
    second: answering(second, { status: 201, body: { id: '2819' } }),
  }),
})
