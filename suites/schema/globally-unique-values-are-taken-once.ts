import { defineCheck } from '#check'
import { answering } from '#scim'
import { takeTwice, uniqueAttributes } from './unique.part.ts'

export default defineCheck({
  id: 'schema/globally-unique-values-are-taken-once',
  title: 'What is published as globally unique is not had by two users',
  proves: ['RFC7643-7-43'],
  needs: { resource: 'User', features: ['schemas'] },
  each: (facts) => uniqueAttributes(facts, 'global'),

  act: takeTwice,

  judge: ({ second }, claim) => void claim('RFC7643-7-43', second).status(409, 400),

  counterexample: ({ first, second }) => ({
    first,
    second: answering(second, { status: 201, body: { id: '2819' } }),
  }),
})
