import { defineRule, reading } from '#check'
import { answering, type Json, member } from '#scim'
import { isPartial, shown } from './shown.part.ts'

const isNonEmpty = (value: Json | undefined) =>
  Array.isArray(value) && value.length > 0 && value.every((urn) => typeof urn === 'string')

export default defineRule({
  id: 'wire/resource-has-schemas',
  title: 'Every resource names at least one schema',
  proves: ['RFC7643-2.1-01', 'RFC7643-3-05', 'RFC7644-3.1-02'],

  judge(exchange, claim, facts) {
    for (const resource of shown(exchange, facts)) {
      const actual = member(resource, 'schemas')
      const excused = actual === undefined && isPartial(exchange)
      for (const row of ['RFC7643-2.1-01', 'RFC7643-3-05', 'RFC7644-3.1-02'] as const) {
        claim(row, exchange).holds(excused || isNonEmpty(actual), {
          what: `schemas of ${String(member(resource, 'id'))}`,
          expected: 'an array of URIs',
          actual,
          ...(excused ? { reading: reading('AMB-013/schemas-absent-when-projected', null).reading } : {}),
        })
      }
    }
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { totalResults: 1, Resources: [{ id: '2819', schemas: [] }] } }),
})
