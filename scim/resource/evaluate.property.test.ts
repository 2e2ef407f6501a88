import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, ScimError } from '../message/index.ts'
import { filtersOver } from '../path/filters.sample.ts'
import type { AttributePath, Filter } from '../path/index.ts'
import { checkFilter, evaluateFilter, sortResources } from './index.ts'
import { resources } from './resources.sample.ts'
import { model } from './user-model.sample.ts'

const paths: fc.Arbitrary<AttributePath> = fc.constantFrom<AttributePath[]>(
  { attribute: 'userName' },
  { attribute: 'active' },
  { attribute: 'age' },
  { attribute: 'tags' },
  { attribute: 'emails' },
  { attribute: 'emails', sub: 'primary' },
  { attribute: 'type' },
  { attribute: 'value' },
  { attribute: 'nosuch' },
  { attribute: '__proto__' },
)
const filters = filtersOver(paths)

/** The result, or the keyword of the refusal. */
function outcome(filter: Filter, resource: Json): boolean | string {
  try {
    return evaluateFilter(filter, resource as JsonObject, model)
  } catch (error) {
    if (error instanceof ScimError) return `${error.scimType}`
    throw error
  }
}
const not = (filter: Filter): Filter => ({ kind: 'not', filter })
const negated = (result: boolean | string) => (typeof result === 'boolean' ? !result : result)

describe('evaluateFilter', () => {
  it('negates', () => {
    fc.assert(
      fc.property(filters, resources, (filter, resource) => {
        expect(outcome(not(filter), resource)).toBe(negated(outcome(filter, resource)))
      }),
    )
  })

  it('obeys De Morgan', () => {
    fc.assert(
      fc.property(filters, filters, resources, (left, right, resource) => {
        const either: Filter = { kind: 'or', left: not(left), right: not(right) }
        expect(outcome(not({ kind: 'and', left, right }), resource)).toBe(outcome(either, resource))
      }),
    )
  })

  it('throws nothing but ScimError, whatever the JSON, and nothing once checked', () => {
    fc.assert(
      fc.property(filters, fc.oneof(resources, fc.jsonValue() as fc.Arbitrary<Json>), (filter, resource) => {
        const result = outcome(filter, resource)
        if (isSound(filter)) expect(typeof result).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})

describe('sortResources', () => {
  it('keeps all, and orders descending as the reverse of ascending apart from ties', () => {
    fc.assert(
      fc.property(
        fc.array(resources),
        fc.constantFrom('userName', 'age', 'emails', 'active'),
        (list, attribute) => {
          const up = sortResources(list, model, { attribute })
          const down = sortResources(list, model, { attribute }, 'descending')
          expect(new Set(up)).toEqual(new Set(list))
          expect(sortResources(up, model, { attribute })).toEqual(up)
          expect(sortResources(down.toReversed(), model, { attribute })).toEqual(down.toReversed())
        },
      ),
    )
  })
})

function isSound(filter: Filter): boolean {
  try {
    checkFilter(filter, model)
    return true
  } catch {
    return false
  }
}
