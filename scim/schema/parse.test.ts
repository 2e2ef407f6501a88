import { describe, expect, it } from 'vitest'
import { type Json, URN } from '../message/index.ts'
import {
  builtinModels,
  builtinSchemas,
  parseResourceTypes,
  parseSchemas,
  resourceTypeToJson,
  schemaToJson,
} from './index.ts'

function parseOne(attribute: Json) {
  const { schemas, problems } = parseSchemas([{ id: 'urn:x:T', name: 'T', attributes: [attribute] }])
  return { attribute: schemas[0]?.attributes[0], problems }
}

describe('parseSchemas', () => {
  it.each(builtinSchemas.map((schema) => [schema.name, schema] as const))(
    'reads %s as it was served',
    (_, schema) => {
      const served = { schemas: [URN.listResponse], totalResults: 1, Resources: [schemaToJson(schema)] }
      expect(parseSchemas(served)).toEqual({ schemas: [schema], problems: [] })
    },
  )

  it('reads a ListResponse, an array and a single schema alike', () => {
    const schema = { id: 'urn:x:T', attributes: [] }
    const read = [[schema], { Resources: [schema] }, { resources: [schema] }, schema].map((list) =>
      parseSchemas(list),
    )
    expect(read.map(({ schemas }) => schemas.length)).toEqual([1, 1, 1, 1])
    expect(read[2]?.problems).toEqual([{ pointer: '/resources', message: 'expected the name "Resources"' }])
  })

  it('fills in the defaults', () => {
    expect(parseOne({ name: 'a' })).toEqual({
      attribute: {
        name: 'a',
        type: 'string',
        multiValued: false,
        required: false,
        caseExact: false,
        mutability: 'readWrite',
        returned: 'default',
        uniqueness: 'none',
        subAttributes: [],
      },
      problems: [],
    })
  })

  it.each<[string, Json, object, string]>([
    ['a keyword in another case', { name: 'a', type: 'Boolean' }, { type: 'boolean' }, '/type'],
    [
      'a keyword nobody knows',
      { name: 'a', mutability: 'often' },
      { mutability: 'readWrite' },
      '/mutability',
    ],
    ['a boolean as a string', { name: 'a', required: 'True' }, { required: true }, '/required'],
    ['a name in another case', { name: 'a', multivalued: true }, { multiValued: true }, '/multivalued'],
    ['parts without a type', { name: 'a', subAttributes: [{ name: 'b' }] }, { type: 'complex' }, '/type'],
    [
      'parts of a string',
      { name: 'a', type: 'string', subAttributes: [{ name: 'b' }] },
      { subAttributes: [] },
      '/subAttributes',
    ],
    [
      'values that are no strings',
      { name: 'a', canonicalValues: ['x', 1] },
      { canonicalValues: ['x'] },
      '/canonicalValues',
    ],
    ['an odd name', { name: 'fødselsnummer' }, { name: 'fødselsnummer' }, '/name'],
    ['values that are no array', { name: 'a', canonicalValues: 'x' }, { type: 'string' }, '/canonicalValues'],
  ])('puts up with %s, and says so', (_, given, expected, pointer) => {
    const { attribute, problems } = parseOne(given)
    expect(attribute).toMatchObject(expected)
    expect(problems[0]?.pointer).toBe(`/0/attributes/0${pointer}`)
  })

  it.each<[Json]>([
    [{}],
    [{ name: 7 }],
    [{ name: '__proto__' }],
    [{ name: 'a.b' }],
    [{ name: 'a b' }],
    ['a'],
    [null],
  ])('leaves out %j', (given) => {
    const { attribute, problems } = parseOne(given)
    expect(attribute).toBeUndefined()
    expect(problems.length).toBeGreaterThan(0)
  })

  it.each<[Json]>([
    [null],
    ['x'],
    [7],
    [{}],
    [[1, null]],
    [{ Resources: 'x' }],
    [[{ id: '__proto__', attributes: [] }]],
  ])('reads nothing from %j, and says so', (list) => {
    const { schemas, problems } = parseSchemas(list)
    expect(schemas).toEqual([])
    expect(problems.length).toBeGreaterThan(0)
  })

  it('takes the first of two with one name', () => {
    const attributes = [{ name: 'a' }, { name: 'A', required: true }]
    const { schemas, problems } = parseSchemas([
      { id: 'urn:x:T', attributes },
      { id: 'URN:X:T', attributes: [] },
    ])
    expect(schemas.map(({ attributes }) => attributes.length)).toEqual([1])
    expect(problems).toHaveLength(2)
  })

  it('is bounded in depth and number', () => {
    const deep = Array.from({ length: 5_000 }).reduce<Json>(
      (inner) => ({ name: 'a', type: 'complex', subAttributes: [inner] }),
      { name: 'a' },
    )
    const wide = Array.from({ length: 3_000 }, (_, i) => ({ name: `a${i}` }))
    const many = Array.from({ length: 2_000 }, (_, i) => ({ id: `urn:x:${i}`, attributes: wide }))
    expect(JSON.stringify(parseOne(deep).attribute).length).toBeLessThan(1_000)
    const { schemas, problems } = parseSchemas(many)
    const total = schemas.reduce((sum, { attributes }) => sum + attributes.length, 0)
    expect([schemas.length, total]).toEqual([500, 20_000])
    expect(problems.length).toBeLessThanOrEqual(200)
  })
})

describe('parseResourceTypes', () => {
  it('reads ours as they were served', () => {
    const types = Object.values(builtinModels()).map(({ type }) => type)
    const served = { Resources: types.map((type) => resourceTypeToJson(type)) }
    expect(parseResourceTypes(served)).toEqual({ resourceTypes: types, problems: [] })
  })

  it.each([
    ['Users', '/Users'],
    ['/Users/', '/Users'],
    ['https://idp.example/scim/v2/Users', '/Users'],
    ['//evil.example', '/evil.example'],
  ])('makes of the endpoint %s the path %s, and says so', (endpoint, path) => {
    const { resourceTypes, problems } = parseResourceTypes([{ name: 'User', endpoint, schema: URN.user }])
    expect(resourceTypes[0]?.endpoint).toBe(path)
    expect(problems).toHaveLength(1)
  })

  it.each(['/../admin', '/Users?x=1', '/a/%2e%2e', '/Users#x', '', '/'])(
    'leaves out the endpoint "%s"',
    (endpoint) => {
      const { resourceTypes, problems } = parseResourceTypes([{ name: 'User', endpoint, schema: URN.user }])
      expect(resourceTypes).toEqual([])
      expect(problems.length).toBeGreaterThan(0)
    },
  )

  it('leaves out extensions named twice or without a URN', () => {
    const schemaExtensions = [
      { schema: 'urn:x:E', required: true },
      { schema: 'URN:x:e' },
      { schema: 1 },
      'x',
    ]
    const list = [{ id: 'U', endpoint: '/Users', schema: URN.user, schemaExtensions }]
    const { resourceTypes, problems } = parseResourceTypes(list)
    expect(resourceTypes).toMatchObject([
      { name: 'U', schemaExtensions: [{ schema: 'urn:x:E', required: true }] },
    ])
    expect(problems).toHaveLength(4 + 1)
  })
})
