import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, URN } from '../message/index.ts'
import {
  buildModel,
  builtinModels,
  builtinSchemas,
  discoveryModels,
  parseResourceTypes,
  parseSchemas,
  resourceTypeToJson,
  schemaToJson,
  userModel,
  validateResource,
} from './index.ts'

const model = userModel([URN.enterpriseUser, URN.fiksPerson])

const kari: JsonObject = {
  schemas: [URN.user, URN.enterpriseUser, URN.fiksPerson],
  id: '2819',
  externalId: 'ansatt-17',
  meta: {
    resourceType: 'User',
    created: '2026-01-05T07:30:00.123+01:00',
    lastModified: '2026-02-29T07:30:00Z'.replace('02-29', '02-28'),
    location: 'https://scim.example/v2/Users/2819',
    version: 'W/"3"',
  },
  userName: 'kari.nordmann@kommune.example',
  name: { givenName: 'Kari', familyName: 'Nordmann' },
  active: true,
  emails: [{ value: 'kari@kommune.example', type: 'work', primary: true }],
  x509Certificates: [{ value: 'TUlJQg' }],
  groups: [{ value: 'g1', $ref: '../Groups/g1', type: 'direct' }],
  [URN.enterpriseUser]: { department: 'Oppvekst', manager: { value: '26', displayName: 'Ola' } },
  [URN.fiksPerson]: { foedselsnummer: '13860199981' },
}

function kinds(changes: JsonObject, purpose: 'response' | 'create' | 'replace' = 'response') {
  return validateResource({ ...kari, ...changes }, model, purpose).map(({ kind, pointer }) => [kind, pointer])
}

function without(name: string, from: JsonObject = kari): JsonObject {
  return Object.fromEntries(Object.entries(from).filter(([key]) => key !== name))
}

describe('validateResource', () => {
  it('finds nothing wrong with a conforming user', () => {
    expect(validateResource(kari, model, 'response')).toEqual([])
    expect(validateResource(kari, model, 'create')).toEqual([])
  })

  it.each<[string, JsonObject, string, string]>([
    ['a boolean as a string', { active: 'True' }, 'type', '/active'],
    [
      'a number as an identity number',
      { [URN.fiksPerson]: { foedselsnummer: 1 } },
      'type',
      `/${URN.fiksPerson}/foedselsnummer`,
    ],
    ['a string for a complex value', { name: 'Kari' }, 'type', '/name'],
    ['a string element of a complex attribute', { emails: ['a@b'] }, 'type', '/emails/0'],
    ['null as an element', { emails: [null] }, 'type', '/emails/0'],
    ['one value for many', { emails: { value: 'a@b' } }, 'multiplicity', '/emails'],
    ['many values for one', { userName: ['a'] }, 'multiplicity', '/userName'],
    ['no date', { meta: { created: '07:30:00Z' } }, 'format', '/meta/created'],
    ['not base64', { x509Certificates: [{ value: 'a' }] }, 'format', '/x509Certificates/0/value'],
    ['a blank in a URI', { profileUrl: 'https://a b' }, 'format', '/profileUrl'],
    ['an empty userName', { userName: '' }, 'format', '/userName'],
    ['a password', { password: 'hemmelig' }, 'never-returned', '/password'],
    ['another type of e-mail', { emails: [{ value: 'a@b', type: 'jobb' }] }, 'canonical', '/emails/0/type'],
    ['an attribute nobody defined', { shoeSize: 42 }, 'unknown-attribute', '/shoeSize'],
    ['a sub-attribute nobody defined', { name: { first: 'K' } }, 'unknown-attribute', '/name/first'],
    ['an extension not named in schemas', { schemas: [URN.user, URN.enterpriseUser] }, 'schemas', '/schemas'],
    ['a core schema not named', { schemas: [URN.enterpriseUser, URN.fiksPerson] }, 'schemas', '/schemas'],
    ['null where there must be a value', { userName: null }, 'missing-required', '/userName'],
    ['no id', { id: null }, 'missing-always', '/id'],
    ['another spelling', { displayname: 'K' }, 'spelling', '/displayname'],
    ['a wrong value under another spelling', { NAME: null, Emails: null, Active: null }, 'spelling', '/NAME'],
  ])('finds %s', (_, changes, kind, pointer) => {
    expect(kinds(changes)).toContainEqual([kind, pointer])
  })

  it.each<[string, JsonObject]>([
    ['null, [] and nothing', { title: null, emails: [], phoneNumbers: null, password: null }],
    ['a canonical value in another case', { emails: [{ value: 'a', type: 'WORK' }] }],
    [
      'schema URNs in another case',
      { schemas: [URN.user.toUpperCase(), URN.enterpriseUser, URN.fiksPerson] },
    ],
    ['an extension named but absent', { [URN.fiksPerson]: null }],
    ['a date without a zone', { meta: { created: '2026-01-05T24:00:00' } }],
  ])('takes %s', (_, changes) => {
    expect(kinds(changes)).toEqual([])
  })

  it('says what is expected, what is there, and of which attribute', () => {
    const changed = { ...kari, [URN.fiksPerson]: { foedselsnummer: 13860199981 } }
    expect(validateResource(changed, model, 'response')).toEqual([
      {
        kind: 'type',
        pointer: `/${URN.fiksPerson}/foedselsnummer`,
        expected: 'a string',
        actual: 13860199981,
        attribute: `${URN.fiksPerson}:foedselsnummer`,
      },
    ])
  })

  it('does not repeat a value that must not be returned', () => {
    expect(
      JSON.stringify(validateResource({ ...kari, password: 'hemmelig' }, model, 'response')),
    ).not.toContain('hemmelig')
  })

  it('points to where a misspelt member really is', () => {
    const user = { ...without('emails'), Emails: [{ VALUE: 7 }] }
    const pointers = validateResource(user, model, 'response').map(({ kind, pointer }) => [kind, pointer])
    expect(pointers.sort()).toEqual([
      ['spelling', '/Emails'],
      ['spelling', '/Emails/0/VALUE'],
      ['type', '/Emails/0/VALUE'],
    ])
  })

  it('judges the right spelling where there are two', () => {
    expect(kinds({ Active: true, active: 'True' }).sort()).toEqual([
      ['spelling', '/Active'],
      ['type', '/active'],
    ])
  })

  it('wants neither id nor the spelling of names in requests', () => {
    const request = { schemas: [URN.user], USERNAME: 'kari', password: 'x' }
    expect(validateResource(request, model, 'create')).toEqual([])
    expect(validateResource({ schemas: [URN.user] }, model, 'replace')).toMatchObject([
      { kind: 'missing-required', attribute: 'userName', expected: 'a string', actual: null },
    ])
  })

  it('wants of a partial answer only what is always returned', () => {
    expect(validateResource({ id: '1' }, model, 'response', { partial: true })).toEqual([])
    expect(validateResource({ title: 'x' }, model, 'response', { partial: true })).toMatchObject([
      { kind: 'missing-always', attribute: 'id' },
    ])
  })

  it('knows nothing about schemas nobody defined', () => {
    const unknown = buildModel(
      {
        name: 'Car',
        endpoint: '/Cars',
        schema: 'urn:x:Car',
        schemaExtensions: [{ schema: 'urn:x:E', required: true }],
      },
      [],
    )
    const car = { schemas: ['urn:x:Car', 'urn:x:E'], id: '1', wheels: 4, 'urn:x:E': { any: 1 } }
    expect(validateResource(car, unknown, 'response')).toEqual([])
    expect(validateResource({ ...car, 'urn:x:E': null }, unknown, 'response')).toMatchObject([
      { kind: 'missing-required', pointer: '/urn:x:E', attribute: 'urn:x:E' },
    ])
  })

  it('finds containers of extensions the model does not have', () => {
    const found = kinds({ 'urn:x:Other': { a: 1 } })
    expect(found).toContainEqual(['schemas', '/urn:x:Other'])
    expect(found).toContainEqual(['unknown-attribute', '/urn:x:Other'])
  })

  it('finds our own discovery documents conforming', () => {
    const { ResourceType, Schema } = discoveryModels()
    // The Schema schema has one level more than it allows others (RFC 7643 section 8.7.2).
    for (const schema of builtinSchemas.filter(({ id }) => id !== URN.schema)) {
      expect(validateResource(schemaToJson(schema, 'https://a.example/v2'), Schema, 'response')).toEqual([])
    }
    for (const { type } of Object.values(builtinModels())) {
      expect(validateResource(resourceTypeToJson(type), ResourceType, 'response')).toEqual([])
    }
  })

  it('judges a ServiceProviderConfig', () => {
    const yes = { supported: true }
    const config: JsonObject = {
      schemas: [URN.serviceProviderConfig],
      patch: yes,
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: 200 },
      changePassword: yes,
      sort: yes,
      etag: yes,
      authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Bearer', description: 'A token' }],
      pagination: { cursor: true, index: true, defaultPaginationMethod: 'index', maxPageSize: 100 },
    }
    const { ServiceProviderConfig } = discoveryModels()
    const judged = (changes: JsonObject) =>
      validateResource({ ...config, ...changes }, ServiceProviderConfig, 'response').map((v) => [
        v.kind,
        v.attribute,
      ])
    expect(judged({})).toEqual([])
    expect(judged({ bulk: { supported: false } })).toEqual([
      ['missing-required', 'bulk.maxOperations'],
      ['missing-required', 'bulk.maxPayloadSize'],
    ])
    expect(judged({ authenticationSchemes: [] })).toEqual([['missing-required', 'authenticationSchemes']])
    expect(judged({ filter: { supported: true, maxResults: 1.5 } })).toEqual([['type', 'filter.maxResults']])
  })

  it('survives names that mean something to JavaScript', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', '$ref', 'properties', 'required', 'enum']
    const attributes = names.map((name) => ({
      name,
      type: 'string',
      required: true,
      canonicalValues: ['(a+)+$'],
    }))
    const served = JSON.parse(
      `{"Resources":[{"id":"urn:x:T","attributes":${JSON.stringify([...attributes, { name: '__proto__' }])}}]}`,
    ) as Json
    const { schemas } = parseSchemas(served)
    const type = parseResourceTypes([{ name: 'T', endpoint: '/T', schema: 'urn:x:T' }]).resourceTypes[0]
    if (!type) throw new Error('no type')
    const hostile = buildModel(type, schemas)
    const empty = JSON.parse('{"schemas":["urn:x:T"],"id":"1","__proto__":{"constructor":1}}') as Json
    const missing = validateResource(empty, hostile, 'response').filter(
      ({ kind }) => kind === 'missing-required',
    )
    expect(missing.map(({ attribute }) => attribute).sort()).toEqual([...names].sort())
    expect(({} as JsonObject).polluted).toBeUndefined()
  })

  it('compiles no more than can be compiled in reasonable time', () => {
    const attributes = Array.from({ length: 1_000 }, (_, i) => ({
      name: `a${i}`,
      canonicalValues: ['x', 'y'],
    }))
    const urns = Array.from({ length: 20 }, (_, i) => `urn:x:Big${i}`)
    const { schemas } = parseSchemas(urns.map((id) => ({ id, attributes })))
    const schemaExtensions = urns.slice(1).map((schema) => ({ schema, required: true }))
    const big = buildModel({ name: 'Big', endpoint: '/Big', schema: 'urn:x:Big0', schemaExtensions }, schemas)
    const wrong = Object.fromEntries(attributes.map(({ name }) => [name, 1]))
    const found = validateResource({ ...wrong, 'urn:x:Big19': wrong }, big, 'response')
    expect(found.filter(({ kind }) => kind === 'type').length).toBeGreaterThan(900)
    expect(found.filter(({ pointer }) => pointer.startsWith('/urn:x:Big19/'))).toEqual([])
  })

  it('copes with long, deep and wide answers', () => {
    const deep = Array.from({ length: 100_000 }).reduce<Json>((inner) => ({ value: [inner] }), 1)
    const long = ['a:'.repeat(500_000), '/'.repeat(1_000_000), 'A'.repeat(1_000_000), '1'.repeat(1_000_000)]
    const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]))
    expect(kinds({ emails: [deep], userName: deep })).toEqual([
      ['type', '/userName'],
      ['multiplicity', '/emails/0/value'],
    ])
    expect(kinds(wide)).toHaveLength(1_000)
    for (const text of long) {
      const bad = `${text} !`
      const meta = { created: bad }
      expect(kinds({ profileUrl: bad, meta, x509Certificates: [{ value: bad }] })).toHaveLength(3)
    }
  })
})
