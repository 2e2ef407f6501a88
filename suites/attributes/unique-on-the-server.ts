import { defineCheck } from '#check'
import { answering } from '#scim'
import { CONFLICT, claimants, uniqueCases } from './unique.part.ts'

const ROWS = ['RFC7643-7-40', 'RFC7643-7-42'] as const

export default defineCheck({
  id: 'attributes/unique-on-the-server',
  title: 'A value that is unique on the server is refused the second time',
  proves: ROWS,
  requests: () => 3,
  each: (facts) => uniqueCases(facts, 'server'),

  act: (act) => claimants(act),

  judge({ others }, claim) {
    for (const other of others) for (const row of ROWS) claim(row, other).status(...CONFLICT)
  },

  counterexample: ({ first, others }) =>
    others.map((_, index) => ({
      first,
      others: others.map((one, at) => (at === index ? answering(one, { status: 201 }) : one)),
    })),
})
