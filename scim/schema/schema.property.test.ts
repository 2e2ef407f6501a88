import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, URN } from '../message/index.ts'
import {
  ATTRIBUTE_TYPES,
  type Attribute,
  buildModel,
  MUTABILITIES,
  parseResourceTypes,
  parseSchemas,
  RETURNED,
  type Schema,
  schemaToJson,
  UNIQUENESSES,
  userModel,
  validateResource,
} from './index.ts'

const model = userModel([URN.enterpriseUser, URN.fiksPerson])
const anything = fc.jsonValue({ maxDepth: 5 }) as fc.Arbitrary<Json>
const purposes = fc.constantFrom('response', 'create', 'replace')

const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,6}$/),
  fc.constantFrom('constructor', '$ref', 'toString'),
)
const texts = fc.array(fc.string(), { minLength: 1, maxLength: 3 })

function attribute(level: number): fc.Arbitrary<Attribute> {
  return fc
    .record(
      {
        name,
        type: fc.constantFrom(...ATTRIBUTE_TYPES),
        multiValued: fc.boolean(),
        required: fc.boolean(),
        caseExact: fc.boolean(),
        mutability: fc.constantFrom(...MUTABILITIES),
        returned: fc.constantFrom(...RETURNED),
        uniqueness: fc.constantFrom(...UNIQUENESSES),
        subAttributes: level > 1 ? fc.constant([]) : attributes(level + 1),
        description: fc.string(),
        canonicalValues: texts,
        referenceTypes: texts,
      },
      {
        requiredKeys: [
          'name',
          'type',
          'multiValued',
          'required',
          'caseExact',
          'mutability',
          'returned',
          'uniqueness',
          'subAttributes',
        ],
      },
    )
    .map((given) => (given.type === 'complex' ? given : { ...given, subAttributes: [] }))
}

function attributes(level: number): fc.Arbitrary<Attribute[]> {
  return fc.uniqueArray(attribute(level), { maxLength: 5, selector: (one) => one.name.toLowerCase() })
}

const schema: fc.Arbitrary<Schema> = fc.record({
  id: fc.stringMatching(/^urn:x:[a-z]{1,8}$/),
  name: fc.string({ minLength: 1 }),
  attributes: attributes(1),
})

/** Keys and values a real document would have, in all the wrong places. */
const published = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<Json>('string', 'complex', 'urn:x:y', '/Users', 'a', '__proto__', true, 1, null),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'Resources',
        'id',
        'name',
        'attributes',
        'subAttributes',
        'type',
        'endpoint',
        'schema',
        'schemaExtensions',
      ),
      tie('node'),
    ),
  ) as fc.Arbitrary<Json>,
})).node

describe('schemas', () => {
  it('come back from what was served as they were', () => {
    fc.assert(
      fc.property(schema, (given) => {
        const served = JSON.parse(JSON.stringify(schemaToJson(given))) as Json
        expect(parseSchemas([served])).toEqual({ schemas: [given], problems: [] })
      }),
    )
  })

  it('are read from anything without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(anything, published), (list) => {
        parseSchemas(list)
        parseResourceTypes(list)
      }),
      { numRuns: 500 },
    )
  })
})

/** A value for an attribute of a known name, right or wrong. */
const user = fc.dictionary(
  fc.constantFrom(
    'schemas',
    'id',
    'USERNAME',
    'userName',
    'name',
    'emails',
    'meta',
    'active',
    URN.fiksPerson,
    '__proto__',
  ),
  fc.oneof(anything, fc.array(fc.dictionary(fc.constantFrom('value', 'VALUE', 'type', 'primary'), anything))),
) as fc.Arbitrary<Json>

function resolve(resource: Json, pointer: string): boolean {
  const steps = pointer.split('/').slice(1, -1)
  let at: unknown = resource
  for (const step of steps)
    at = (at as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')]
  return typeof at === 'object' && at !== null
}

describe('validateResource', () => {
  it('never throws, and points into the resource', () => {
    fc.assert(
      fc.property(fc.oneof(anything, user), purposes, fc.boolean(), (resource, purpose, partial) => {
        const found = validateResource(resource, model, purpose, { partial })
        for (const { pointer } of found) expect(pointer === '' || resolve(resource, pointer)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws with any schema', () => {
    const cases = fc.tuple(schema, fc.oneof(user, anything), purposes)
    fc.assert(
      fc.property(cases, ([given, resource, purpose]) => {
        const type = { name: 'T', endpoint: '/T', schema: given.id, schemaExtensions: [] }
        const { schemas } = parseSchemas([schemaToJson(given)])
        validateResource(resource, buildModel(type, schemas), purpose)
      }),
      { numRuns: 60 },
    )
  })
})
