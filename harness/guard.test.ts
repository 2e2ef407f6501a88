import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, Method, ScimRequest } from '#scim'
import { createGuard, GuardRefusal, UnclearPath } from './guard.ts'

const TAG = 'st-abc234'
const op = (...Operations: Json[]): Json => ({ schemas: ['x'], Operations })

const bulk = (...operations: Json[]): ScimRequest => ({
  method: 'POST',
  path: '/Bulk',
  body: op(...operations),
})

function guard() {
  const made = createGuard(TAG)
  made.own('/Users/u1')
  made.own('/Groups/g1')
  made.invent('never')
  return made
}

describe('guard: what is let through', () => {
  const allowed: [string, ScimRequest, string][] = [
    ['reads', { method: 'GET', path: '/Users/somebody' }, 'read'],
    ['searches', { method: 'POST', path: '/Users/.search', body: {} }, 'read'],
    ['a search at the root', { method: 'POST', path: '/.search', body: {} }, 'read'],
    [
      'a create that carries the mark',
      { method: 'POST', path: '/Users', body: { userName: `${TAG}-1` } },
      'create',
    ],
    [
      'a malformed create that carries the mark',
      { method: 'POST', path: '/Users', text: `{"userName": "${TAG}` },
      'create',
    ],
    ['a write to its own', { method: 'PUT', path: '/Users/u1?attributes=id', body: {} }, 'write'],
    ['a write to an invented id', { method: 'DELETE', path: '/Users/never' }, 'write'],
    [
      'its own user as a member',
      {
        method: 'PATCH',
        path: '/Groups/g1',
        body: op({ op: 'add', path: 'members', value: [{ value: 'u1' }] }),
      },
      'write',
    ],
    [
      'its own manager',
      {
        method: 'PATCH',
        path: '/Users/u1',
        body: op({ op: 'add', path: 'urn:x:User:manager', value: 'u1' }),
      },
      'write',
    ],
    [
      'bulk with its own only',
      {
        method: 'POST',
        path: '/Bulk',
        body: op(
          { method: 'DELETE', path: '/Users/u1' },
          { method: 'POST', path: '/Users', data: { userName: TAG } },
        ),
      },
      'bulk',
    ],
    [
      'bulk that refers to what it makes itself',
      bulk(
        { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: TAG } },
        { method: 'PATCH', path: '/Users/bulkId:a', data: op() },
        { method: 'PATCH', path: '/Groups/g1', data: { members: [{ value: 'bulkId:a' }] } },
        { method: 'DELETE', path: '/Users/bulkId:a' },
      ),
      'bulk',
    ],
    ['bulk that names nothing', bulk(7, {}, { method: 'PATCH', data: op() }), 'bulk'],
    ['bulk without operations', { method: 'POST', path: '/Bulk', body: {} }, 'bulk'],
    ['bulk that is no JSON', { method: 'POST', path: '/Bulk', text: '{"Operations": [' }, 'bulk'],
    [
      'a POST in bulk to its own resource',
      bulk({ method: 'POST', path: '/Users/u1', data: { userName: TAG } }),
      'bulk',
    ],
  ]
  it.each(allowed)('%s', (_, request, kind) => expect(guard().admit(request).kind).toBe(kind))

  it('a second DELETE of what it has removed itself', () => {
    const one = guard()
    one.disown('/Users/u1')
    expect(one.admit({ method: 'DELETE', path: '/Users/u1' }).kind).toBe('write')
  })
})

describe('guard: what is refused before a byte is sent', () => {
  const stranger = [{ value: 'stranger' }]
  const refused: [string, ScimRequest][] = [
    ['a write to somebody else', { method: 'PATCH', path: '/Users/stranger', body: op() }],
    ['a write to the same id of another type', { method: 'PUT', path: '/Groups/u1', body: {} }],
    ['a write to a collection', { method: 'DELETE', path: '/Users' }],
    ['a write below a resource', { method: 'DELETE', path: '/Users/u1/x' }],
    ['a write to /Me', { method: 'PATCH', path: '/Me', body: op() }],
    ['a write to the configuration', { method: 'PUT', path: '/ServiceProviderConfig', body: {} }],
    ['dots', { method: 'DELETE', path: '/Users/../Users/stranger' }],
    ['encoded dots', { method: 'DELETE', path: '/Users/%2e%2e/stranger' }],
    ['an encoded slash', { method: 'DELETE', path: '/Users/u1%2F..%2Fstranger' }],
    ['a doubled slash', { method: 'DELETE', path: '//Users/u1' }],
    ['a create without the mark', { method: 'POST', path: '/Users', body: { userName: 'kari' } }],
    ['a create below a resource', { method: 'POST', path: '/Users/u1', body: { userName: TAG } }],
    [
      'a stranger as a member at creation',
      { method: 'POST', path: '/Groups', body: { displayName: TAG, members: stranger } },
    ],
    ['a stranger as a member by PUT', { method: 'PUT', path: '/Groups/g1', body: { members: stranger } }],
    [
      'a stranger as a member by PATCH',
      { method: 'PATCH', path: '/Groups/g1', body: op({ op: 'Add', path: 'members', value: stranger }) },
    ],
    [
      'the same without a path',
      { method: 'PATCH', path: '/Groups/g1', body: op({ op: 'add', value: { Members: stranger } }) },
    ],
    [
      'the same with a URN',
      {
        method: 'PATCH',
        path: '/Groups/g1',
        body: op({ op: 'add', path: 'urn:ietf:params:scim:schemas:core:2.0:Group:members', value: stranger }),
      },
    ],
    [
      'a stranger as manager',
      { method: 'PUT', path: '/Users/u1', body: { 'urn:e:User': { manager: { value: 'stranger' } } } },
    ],
    [
      'a stranger as manager, dotted',
      {
        method: 'PATCH',
        path: '/Users/u1',
        body: op({ op: 'add', value: { 'urn:e:User:manager': 'stranger' } }),
      },
    ],
    [
      'bulk that deletes a stranger',
      { method: 'POST', path: '/Bulk', body: op({ method: 'delete', path: '/Users/stranger' }) },
    ],
    [
      'bulk with a create without the mark',
      bulk({ method: 'POST', path: '/Users', data: { userName: 'kari' } }),
    ],
    ['bulk with a create without data', bulk({ method: 'POST', path: '/Users', bulkId: TAG })],
    ['bulk with a create and no method', bulk({ path: '/Users', data: { userName: 'kari' } })],
    ['bulk with a create that says not where', bulk({ method: 'POST', data: { userName: TAG } })],
    [
      'bulk that refers in a path to what it does not make',
      bulk(
        { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: TAG } },
        { method: 'DELETE', path: '/Users/bulkId:b' },
      ),
    ],
    [
      'the same of another type',
      bulk(
        { method: 'POST', path: '/Users', bulkId: 'a', data: { userName: TAG } },
        { method: 'DELETE', path: '/Groups/bulkId:a' },
      ),
    ],
    [
      'bulk that makes a stranger a member',
      bulk({ method: 'PUT', path: '/Groups/g1', data: { members: stranger } }),
    ],
    ['bulk that deletes a collection', bulk({ method: 'DELETE', path: '/Users' })],
    [
      'bulk that posts to a stranger',
      bulk({ method: 'POST', path: '/Users/stranger', data: { userName: TAG } }),
    ],
    ['bulk in bulk', bulk({ method: 'POST', path: '/Bulk', data: { userName: TAG } })],
    ['bulk that posts to /Me', bulk({ method: 'POST', path: '/Me', data: { userName: TAG } })],
    [
      'bulk with two paths in an operation',
      bulk({ method: 'DELETE', path: '/Users/u1', Path: '/Users/stranger' }),
    ],
    [
      'bulk with operations in another case',
      { method: 'POST', path: '/Bulk', body: { Operations: [], operations: [] } },
    ],
    [
      'bulk with an operation that is no list',
      { method: 'POST', path: '/Bulk', body: { Operations: { path: '/Users/u1' } } },
    ],
    ['bulk with lists in the list', bulk([{ method: 'DELETE', path: '/Users/stranger' }])],
    [
      'bulk as text with operations',
      { method: 'POST', path: '/Bulk', text: '{"Operations":[{"path":"/Users/u1"}]' },
    ],
  ]
  it.each(refused)('%s', (_, request) => expect(() => guard().admit(request)).toThrow(GuardRefusal))

  it('a write in bulk to any path that the run did not make', () => {
    const method = fc.constantFrom('PUT', 'PATCH', 'DELETE', 'patch', 'GET', 'TRACE')
    fc.assert(
      fc.property(method, fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }), (verb, segments) => {
        const path = `/${segments.join('/')}`
        const plain = path.split(/[?#]/, 1)[0]
        fc.pre(plain !== '/Users/u1' && plain !== '/Groups/g1' && !/\/never$/.test(plain ?? ''))
        expect(() => guard().admit(bulk({ method: verb, path, data: {} }))).toThrow(GuardRefusal)
      }),
    )
  })

  it('any write to any path that the run did not make', () => {
    const method = fc.constantFrom<Method>('PUT', 'PATCH', 'DELETE')
    fc.assert(
      fc.property(method, fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }), (verb, segments) => {
        const path = `/${segments.join('/')}`
        const plain = path.split(/[?#]/, 1)[0]
        fc.pre(plain !== '/Users/u1' && plain !== '/Groups/g1' && !/\/never$/.test(plain ?? ''))
        expect(() => guard().admit({ method: verb, path, body: {} })).toThrow(GuardRefusal)
      }),
    )
  })
})

describe('guard: a path that is not clear', () => {
  const write = (path: string) => () => {
    const one = guard()
    one.own('/Users/..%2FGroups%2Fg7')
    one.admit({ method: 'DELETE', path })
  }

  it('is the doing of a target that gave such an id, and of nobody else', () => {
    expect(write('/Users/..%2FGroups%2Fg7')).toThrow(UnclearPath)
    for (const path of ['/Users/..%2FGroups%2Fg8', '/Groups/../Users/u1', '/Groups/..%2FUsers%2Fnever']) {
      expect(write(path)).toThrow(GuardRefusal)
      expect(write(path)).not.toThrow(UnclearPath)
    }
  })
})
