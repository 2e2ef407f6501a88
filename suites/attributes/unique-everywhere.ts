import { defineCheck } from '#check'
import { answering } from '#scim'
import { CONFLICT, claimants, uniqueCases } from './unique.part.ts'

const ROWS = ['RFC7643-7-43'] as const

export default defineCheck({
  id: 'attributes/unique-everywhere',
  title: 'A value that is unique everywhere is refused the second time',
  proves: ROWS,
  requests: () => 3,
  each: (facts) => uniqueCases(facts, 'global'),

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
