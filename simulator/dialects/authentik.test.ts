import { describe, expect, it } from 'vitest'
import type { ScimRequest, ScimResponse } from '#scim'
import { writes } from '../samples/drive.ts'
import { lines, playSmall, sent } from '../samples/small-story.ts'
import authentik from './authentik.ts'

const BEGIN = ['hire: kari', 'hire: ola', 'join: { person: kari, group: a }', 'sync']

/** Nothing gets through while the lines happen, so that they come together. */
const atOnce = (...timeline: string[]) => ['outage: { after: 0 }', ...timeline, 'recovery', 'sync']

describe('authentik', () => {
  it('reads the capabilities at the start and before each synchronisation', () => {
    const paths = sent(playSmall(authentik, BEGIN)).map(({ request }) => request.path)
    expect(paths[0]).toBe('/ServiceProviderConfig')
    expect(paths.filter((path) => path === '/ServiceProviderConfig')).toHaveLength(3)
  })

  it('adopts the first group of the name after a conflict', () => {
    let byHand = 2
    const refuse = ({ method, path }: ScimRequest, answer: ScimResponse): ScimResponse =>
      method === 'POST' && path === '/Groups' && byHand-- <= 0 ? { status: 409, headers: {} } : answer
    const settings = 'existing:\n  - { like: a }\n  - { like: a }'
    const driven = playSmall(authentik, BEGIN, { settings, change: refuse })
    const about = sent(driven).filter(({ note }) => note.object === 'group a')
    expect(lines(about).slice(0, 2)).toEqual([
      'POST /Groups',
      'GET /Groups?filter=displayName+eq+%22st-k3v9x2+A%22',
    ])
    expect(lines(about).slice(2).join()).toContain('PATCH /Groups/id-1 | add members')
    expect(driven.divergences).toEqual([])
  })

  it('adopts an account after a conflict, and puts it right', () => {
    const settings = 'existing:\n  - { like: kari, but: { displayName: Old } }'
    const driven = playSmall(authentik, ['hire: kari'], { settings })
    const about = sent(driven).filter(({ note }) => note.object === 'person kari')
    expect(lines(about).map((line) => line.split('?')[0])).toEqual([
      'POST /Users',
      'GET /Users',
      'PUT /Users/id-1',
    ])
    expect(driven.divergences).toEqual([])
  })

  it('has an operation for each member, as many in one request as allowed', () => {
    const changes = atOnce('join: { person: ola, group: a }', 'quit: { person: kari, group: a }')
    const one = playSmall(authentik, [...BEGIN, ...changes])
    expect(lines(writes(one)).at(-1)).toBe('PATCH /Groups/id-2 | add members | remove members')
    const two = playSmall(authentik, [...BEGIN, ...changes], {
      settings: 'provider: { membersPerRequest: 1 }',
    })
    expect(lines(writes(two)).slice(-2)).toEqual([
      'PATCH /Groups/id-2 | add members',
      'PATCH /Groups/id-2 | remove members',
    ])
    expect([...one.divergences, ...two.divergences]).toEqual([])
  })

  it('removes whom somebody else has put into the group', () => {
    const withStranger = ({ method, path }: ScimRequest, answer: ScimResponse): ScimResponse =>
      method === 'GET' && path === '/Groups/id-2'
        ? { ...answer, body: { ...(answer.body as object), members: [{ value: 'stranger' }] } }
        : answer
    const driven = playSmall(authentik, BEGIN, { change: withStranger })
    const patch = writes(driven).find(({ request }) => request.method === 'PATCH')
    expect(patch?.request.body).toMatchObject({
      Operations: [
        { op: 'add', path: 'members', value: [{ value: 'id-1' }] },
        { op: 'remove', path: 'members', value: [{ value: 'stranger' }] },
      ],
    })
  })

  it('makes a lost group again, with its members', () => {
    const driven = playSmall(authentik, [
      ...BEGIN,
      'vanish: a',
      'rename: { group: a, to: { displayName: AA } }',
      'sync',
    ])
    expect(lines(writes(driven)).slice(-2)).toEqual(['POST /Groups', 'PATCH /Groups/id-4 | add members'])
    expect(driven.divergences).toEqual([])
  })

  it('cuts the name at its first blank', () => {
    const cast =
      'people:\n  kari: { userName: kari, displayName: Kari Anne Nordmann }\n  ola: { userName: ola }'
    const driven = playSmall(authentik, ['hire: kari', 'hire: ola'], { cast })
    expect(writes(driven).map(({ request }) => (request.body as { name: object }).name)).toEqual([
      { formatted: 'Kari Anne Nordmann', givenName: 'Kari', familyName: 'Anne Nordmann' },
      { formatted: 'st-k3v9x2-ola', givenName: 'st-k3v9x2-ola' },
    ])
  })

  it('reads all by pages, and stops where a target does not', () => {
    const endless = ({ path }: ScimRequest, answer: ScimResponse): ScimResponse =>
      path.startsWith('/Users?startIndex') || path === '/Users'
        ? { status: 200, headers: {}, body: { totalResults: 9_999, Resources: [{ id: 'x' }] } }
        : answer
    const driven = playSmall(authentik, [...BEGIN, 'import'], { change: endless })
    const pages = sent(driven).filter(({ note }) => note.doing === 'import')
    expect(pages.slice(0, 2).map(({ request }) => request.path)).toEqual(['/Users', '/Users?startIndex=2'])
    expect(pages).toHaveLength(101)
  })
})
