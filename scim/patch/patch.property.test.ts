import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, type JsonObject, ScimError, URN } from '../message/index.ts'
import { almostFilters } from '../path/filters.sample.ts'
import { resources, values } from '../resource/resources.sample.ts'
import { kari, model, urns } from '../resource/user-model.sample.ts'
import { applyPatch, parsePatchRequest } from './index.ts'
import { type Op, patch } from './patching.sample.ts'

const settable = fc.oneof(
  ...Object.entries(values).map(([path, value]) => fc.record({ path: fc.constant(path), value })),
) as unknown as fc.Arbitrary<{ path: string; value: Json }>
const onlySingles = settable.filter(({ path }) => path !== 'userName')

const hostilePaths = fc.oneof(
  almostFilters,
  fc.constantFrom(
    'name',
    'emails',
    'emails[type eq "work"].value',
    'schemas',
    'meta',
    'id',
    '__proto__',
    'emails.primary',
    URN.enterpriseUser,
    `${URN.enterpriseUser}:manager.value`,
    'groups',
    'tags[value eq "a"]',
    'members',
  ),
)
const json = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.dictionary(fc.oneof(hostilePaths, fc.string()), fc.jsonValue() as fc.Arbitrary<Json>, {
    noNullPrototype: true,
  }),
)
const operation = fc.record(
  { op: fc.constantFrom('add', 'remove', 'replace', 'Add'), path: hostilePaths, value: json },
  { requiredKeys: ['op'], noNullPrototype: true },
) as fc.Arbitrary<Op>

describe('applyPatch', () => {
  it('adds idempotently', () => {
    fc.assert(
      fc.property(resources, settable, (resource, { path, value }) => {
        const once = patch({ op: 'add', path, value }, resource)
        expect(patch({ op: 'add', path, value }, once)).toEqual(once)
      }),
    )
  })

  it('replaces idempotently, with or without path', () => {
    fc.assert(
      fc.property(resources, settable, (resource, { path, value }) => {
        const once = patch({ op: 'replace', path, value }, resource)
        expect(patch({ op: 'replace', path, value }, once)).toEqual(once)
        expect(patch({ op: 'replace', value: { [path]: value } }, resource)).toEqual(once)
      }),
    )
  })

  it('replaces as add does where nothing is', () => {
    fc.assert(
      fc.property(resources, onlySingles, (resource, { path, value }) => {
        const without = patch({ op: 'remove', path }, resource)
        expect(without).not.toHaveProperty(path)
        expect(patch({ op: 'replace', path, value }, without)).toEqual(
          patch({ op: 'add', path, value }, without),
        )
      }),
    )
  })

  it('removes again what it added', () => {
    fc.assert(
      fc.property(resources, fc.constantFrom('emails', 'roles', 'tags'), (resource, path) => {
        const value = path === 'tags' ? 'new' : { value: 'new', type: 't' }
        const added = patch({ op: 'add', path, value }, resource)
        expect(patch({ op: 'remove', path: `${path}[value eq "new"]` }, added)).toEqual(resource)
        expect(patch({ op: 'remove', path, value: [value] }, added)).toEqual(resource)
      }),
    )
  })

  it('leaves one primary at most where it sets one', () => {
    const elements = fc.array(fc.record({ value: fc.string(), primary: fc.boolean() }), { minLength: 1 })
    fc.assert(
      fc.property(resources, elements, fc.constantFrom('add', 'replace'), (resource, value, op) => {
        const after = patch({ op, path: 'emails', value }, resource)
        const primaries = (after.emails as JsonObject[]).filter(({ primary }) => primary === true)
        expect(primaries.length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('never changes its input, whatever the operations, and throws nothing but ScimError', () => {
    fc.assert(
      fc.property(fc.oneof(resources, json), fc.array(operation, { maxLength: 4 }), (given, operations) => {
        const resource = isPlain(given) ? given : kari()
        const before = JSON.stringify([resource, operations])
        attempt(operations, resource)
        expect(JSON.stringify([resource, operations])).toBe(before)
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  it('keeps schemas and containers in step', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 4 }), (operations) => {
        const after = attempt(operations, kari())
        const containers = urns.filter((urn) => urn !== URN.user && Object.hasOwn(after, urn))
        expect(after.schemas).toEqual(expect.arrayContaining([URN.user, ...containers]))
        expect([after.id, after.meta]).toEqual([kari().id, kari().meta])
        expect(after.userName).toBeTruthy()
      }),
      { numRuns: 500 },
    )
  })
})

describe('parsePatchRequest', () => {
  it('throws nothing but ScimError', () => {
    const bodies = fc.oneof(json, fc.record({ schemas: fc.constant([URN.patchOp]), Operations: json }))
    fc.assert(
      fc.property(bodies, (body) => {
        scimOnly(() => parsePatchRequest(body as Json, urns), undefined)
      }),
    )
  })
})

function attempt(operations: Op[], resource: JsonObject): JsonObject {
  const body = { schemas: [URN.patchOp], Operations: operations } as unknown as Json
  return scimOnly(() => applyPatch(resource, parsePatchRequest(body, urns), model), resource)
}

function scimOnly<T>(run: () => T, otherwise: T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof ScimError) return otherwise
    throw error
  }
}

function isPlain(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
