import { describe, expect, it } from 'vitest'
import type { JsonObject } from '#scim'
import { operations, writes } from '../samples/drive.ts'
import { lines, playSmall, sent } from '../samples/small-story.ts'
import { valueIn } from '../wire/attribute.ts'
import keycloak from './keycloak.ts'
import keycloakPatch from './keycloak-patch.ts'

const BEGIN = ['hire: kari', 'hire: ola', 'join: { person: kari, group: a }']

describe('keycloak', () => {
  it('creates without looking, and sends each event at once', () => {
    const driven = playSmall(keycloak, BEGIN)
    expect(lines(sent(driven))).toEqual(['POST /Users', 'POST /Groups', 'POST /Users', 'PUT /Groups/id-2'])
    expect(driven.divergences).toEqual([])
  })

  it('puts the whole group, each member with a relative reference', () => {
    const driven = playSmall(keycloak, [...BEGIN, 'quit: { person: kari, group: a }'])
    const lists = writes(driven).flatMap(({ request }) =>
      request.method === 'PUT' ? [(request.body as JsonObject).members] : [],
    )
    expect(lists).toEqual([[{ value: 'id-1', type: 'User', $ref: 'Users/id-1' }], []])
    expect(driven.divergences).toEqual([])
  })

  it('sends the one e-mail without a type, and finds it again whatever type the target gives it', () => {
    const driven = playSmall(keycloak, BEGIN, {
      change: (_, answer) => {
        const body = answer.body as JsonObject | undefined
        if (!Array.isArray(body?.emails)) return answer
        return {
          ...answer,
          body: { ...body, emails: body.emails.map((each) => ({ ...(each as JsonObject), type: 'work' })) },
        }
      },
    })
    expect(writes(driven)[0]?.request.body).toMatchObject({
      emails: [{ value: 'st-k3v9x2-kari@test.kommune.example' }],
      roles: [],
    })
    expect(driven.divergences).toEqual([])
    expect(valueIn({ emails: [{ value: 'a' }, { value: 'b' }] }, 'emails.any')).toEqual(['a', 'b'])
  })

  it('only logs a conflict', () => {
    const driven = playSmall(keycloak, ['hire: kari'], { settings: 'existing:\n  - { like: kari }' })
    expect(lines(sent(driven)).filter((line) => line.includes('/Users'))).toEqual([
      'POST /Users',
      'POST /Users',
    ])
    expect(driven.divergences).toEqual([])
  })

  it('reads users and groups without asking for pages', () => {
    const driven = playSmall(keycloak, [...BEGIN, 'import'])
    expect(lines(sent(driven)).slice(-2)).toEqual(['GET /Users', 'GET /Groups'])
  })
})

describe('keycloak with PATCH', () => {
  it('replaces all members, and removes the attribute when nobody is left', () => {
    const driven = playSmall(keycloakPatch, [
      ...BEGIN,
      'rename: { group: a, to: { displayName: AA } }',
      'quit: { person: kari, group: a }',
    ])
    const all = writes(driven).flatMap(({ request }) =>
      request.method === 'PATCH' ? [operations(request)] : [],
    )
    expect(all.map(([first]) => first)).toEqual([
      { op: 'replace', path: 'members', value: [{ value: 'id-1' }] },
      { op: 'replace', path: 'members', value: [{ value: 'id-1' }] },
      { op: 'remove', path: 'members' },
    ])
    expect(all.map((each) => each.slice(1).map(({ path }) => path))).toEqual([
      ['displayName', 'externalId'],
      ['displayName', 'externalId'],
      ['displayName', 'externalId'],
    ])
    expect(driven.divergences).toEqual([])
  })

  it('finds a target that keeps the members of an emptied group', () => {
    const driven = playSmall(keycloakPatch, [...BEGIN, 'sync', 'quit: { person: kari, group: a }'], {
      change: ({ method, path }, answer) =>
        method === 'GET' && path === '/Groups/id-2'
          ? { ...answer, body: { ...(answer.body as object), members: [{ value: 'id-1' }] } }
          : answer,
    })
    expect(driven.divergences).toMatchObject([{ attribute: 'members', cost: 'access not revoked' }])
  })

  it('updates three attributes of a user, and never tells of another address', () => {
    const driven = playSmall(keycloakPatch, [
      ...BEGIN,
      'rename: { person: kari, to: { emails: [k@test.kommune.example] } }',
      'disable: kari',
    ])
    expect(lines(writes(driven)).slice(4)).toEqual([
      'PATCH /Users/id-1 | replace active | replace userName | replace displayName',
    ])
    expect(driven.divergences).toEqual([])
  })
})
