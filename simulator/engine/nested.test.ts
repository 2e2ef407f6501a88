import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject, member, type ScimRequest, type ScimResponse } from '#scim'
import authentik from '../dialects/authentik.ts'
import eadm from '../dialects/eadm.ts'
import entra from '../dialects/entra.ts'
import flag from '../dialects/entra-flag.ts'
import google from '../dialects/google.ts'
import jumpcloud from '../dialects/jumpcloud.ts'
import keycloak from '../dialects/keycloak.ts'
import keycloakPatch from '../dialects/keycloak-patch.ts'
import okta from '../dialects/okta.ts'
import oktaAiw from '../dialects/okta-aiw.ts'
import onelogin from '../dialects/onelogin.ts'
import sailpoint from '../dialects/sailpoint.ts'
import type { Dialect } from '../index.ts'
import { type Driven, type Exchanged, operations } from '../samples/drive.ts'
import { lines, playSmall, sent } from '../samples/small-story.ts'

const CAST = `
people:
  kari: { userName: kari@test.kommune.example, name: { givenName: Kari, familyName: Nordmann }, emails: [kari@test.kommune.example] }
  siv: { userName: siv@test.kommune.example, name: { givenName: Siv, familyName: Lunde }, emails: [siv@test.kommune.example] }
groups:
  outer: { displayName: Outer }
  inner: { displayName: Inner }
`
const BOTH = 'provider: { assignedGroups: [outer, inner] }'
const OUTER = 'provider: { assignedGroups: [outer] }'
const FORMED = [
  'hire: kari',
  'hire: siv',
  'join: { person: kari, group: outer }',
  'join: { person: siv, group: inner }',
  'nest: { group: inner, in: outer }',
]
const TAKEN_OUT = [...FORMED, 'sync', 'unnest: { group: inner, from: outer }']

type Change = (request: ScimRequest, answer: ScimResponse) => ScimResponse

const play = (dialect: Dialect, timeline = FORMED, settings = BOTH, change?: Change) =>
  playSmall(dialect, timeline, { cast: CAST, settings, ...(change ? { change } : {}) })

const BY_ID = /^\/(?:Users|Groups)\/(id-\d+)/

const idOf = (driven: Driven, object: string): string => {
  const own = driven.steps.filter(({ note }) => note.object === object)
  const id = own.flatMap(({ request }) => BY_ID.exec(request.path)?.[1] ?? []).at(-1)
  if (id === undefined) throw new Error(`${object} was never addressed by id`)
  return id
}

/** Ids that the provider sent as members of the outer group. */
function sentMembers(driven: Driven): Set<string> {
  const own = sent(driven).filter(
    ({ note, request }) => note.object === 'group outer' && request.method !== 'GET',
  )
  return new Set(own.flatMap(({ request }) => JSON.stringify(request.body).match(/id-\d+/g) ?? []))
}

const told = ({ timeline }: Driven): Json[] =>
  timeline.flatMap((entry) => (/as a whole/.test(String(member(entry, 'problem'))) ? [entry] : []))

const about = (driven: Driven, object: string): readonly Exchanged[] =>
  sent(driven).filter(({ note }) => note.object === object)

/** A target that shows what it stores in another way. */
const showing =
  (change: (body: JsonObject, path: string) => JsonObject): Change =>
  ({ method, path }, answer) =>
    method === 'GET' && isObject(answer.body) && answer.body.id !== undefined
      ? { ...answer, body: change(answer.body, path) }
      : answer

describe.each([entra, flag])('a group in a group in $id', (dialect) => {
  it('is sent as a member with its id, and its people are not', () => {
    const driven = play(dialect)
    expect(driven.divergences).toEqual([])
    expect(sentMembers(driven)).toEqual(new Set([idOf(driven, 'person kari'), idOf(driven, 'group inner')]))
    const about = sent(driven).find(({ request }) =>
      operations(request).some(({ value }) =>
        JSON.stringify(value ?? null).includes(idOf(driven, 'group inner')),
      ),
    )
    expect(about?.note.habits).toContain('nested-group-by-id')
    expect(driven.habits).toHaveProperty('nested-group-by-id')
  })

  it('is taken out again, alone', () => {
    const driven = play(dialect, TAKEN_OUT)
    expect(driven.divergences).toEqual([])
    const removals = sent(driven).filter(({ request }) =>
      operations(request).some(({ op }) => String(op).toLowerCase() === 'remove'),
    )
    expect(removals).toHaveLength(1)
    expect(JSON.stringify(removals[0]?.request)).toContain(idOf(driven, 'group inner'))
  })

  it('is left out where it is not assigned itself, and nobody comes through it', () => {
    const driven = play(dialect, FORMED, OUTER)
    expect(driven.divergences).toEqual([])
    expect([...about(driven, 'person siv'), ...about(driven, 'group inner')]).toEqual([])
    expect(sentMembers(driven)).toEqual(new Set([idOf(driven, 'person kari')]))
    expect(told(driven)).toMatchObject([{ object: 'group outer' }])
    expect(driven.habits).toMatchObject({
      'nested-group-by-id': { confidence: 'documented' },
      'scoping-filter': { confidence: 'documented' },
    })
  })

  it('comes again after a restart, and goes with the group itself', () => {
    const driven = play(dialect, [...FORMED, 'sync', 'restart', 'sync', 'remove: { group: inner }'])
    expect(driven.divergences).toEqual([])
    expect(lines(about(driven, 'group inner')).at(-1)).toMatch(/^DELETE/)
  })

  it('is missed where the target refuses it, which is its right', () => {
    const refused = play(dialect, FORMED, BOTH, ({ path, body }, answer) =>
      /^\/Groups\/id-\d+$/.test(path) && JSON.stringify(body ?? null).includes('"id-4"')
        ? { status: 400, headers: {} }
        : answer,
    )
    expect(idOf(play(dialect), 'group inner')).toBe('id-4')
    // The target of this test has carried it out all the same; what counts here is how the refusal is judged.
    expect(refused.divergences).toMatchObject([
      { object: 'group outer', attribute: 'answer', actual: 400, requirement: 'sim/tolerates-habits' },
    ])
    expect(refused.divergences[0]?.note).toMatch(/AMB-028/)
  })

  it('is missed where the target drops it without a word', () => {
    const driven = play(
      dialect,
      FORMED,
      BOTH,
      showing((body) => ({
        ...body,
        members: [body.members ?? []].flat().filter((each) => member(each, 'value') !== 'id-4'),
      })),
    )
    expect(driven.divergences).toMatchObject([
      {
        object: 'group outer',
        attribute: 'members',
        expected: ['group inner', 'kari'],
        actual: ['kari'],
        cost: 'data lost',
        requirement: 'sim/converges',
      },
    ])
  })

  it('is found where the target keeps it in', () => {
    const driven = play(
      dialect,
      TAKEN_OUT,
      BOTH,
      showing((body) =>
        body.id === 'id-3' ? { ...body, members: [{ value: 'id-1' }, { value: 'id-4' }] } : body,
      ),
    )
    expect(driven.divergences).toMatchObject([
      { object: 'group outer', attribute: 'members', cost: 'access not revoked' },
    ])
    expect(driven.divergences[0]?.note).toMatch(/group inner is still a member/)
  })
})

it('a target that shows from the side of users alone who is in a group says nothing of groups in it', () => {
  const groups = (id: Json | undefined): Json[] =>
    id === 'id-1'
      ? [{ value: 'id-3', type: 'direct' }]
      : [
          { value: 'id-4', type: 'direct' },
          { value: 'id-3', type: 'indirect' },
        ]
  const driven = play(
    entra,
    FORMED,
    BOTH,
    showing(({ members: _, ...body }, path) =>
      path.startsWith('/Users') ? { ...body, groups: groups(body.id) } : body,
    ),
  )
  expect(driven.divergences).toEqual([])
})

const LEFT_OUT: readonly Dialect[] = [
  authentik,
  eadm,
  google,
  jumpcloud,
  keycloak,
  keycloakPatch,
  onelogin,
  sailpoint,
]

describe.each([...LEFT_OUT])('a group in a group in $id', (dialect) => {
  it('is left out with all who are in it, which is said', () => {
    const driven = play(dialect)
    expect(driven.divergences).toEqual([])
    const members = sentMembers(driven)
    expect(members).toContain(idOf(driven, 'person kari'))
    expect(members).not.toContain(idOf(driven, 'group inner'))
    expect(members).not.toContain(idOf(driven, 'person siv'))
    expect(told(driven)).toMatchObject([{ object: 'group outer' }])
    expect(Object.keys(driven.habits)).toContain(dialect.nestedGroups.habit)
  })
})

describe.each([okta, oktaAiw])('a group in a group in $id', (dialect) => {
  it('stands for its people, who are in the outer one as well', () => {
    const driven = play(dialect, [...FORMED, 'nest: { group: outer, in: inner }'])
    expect(driven.divergences).toEqual([])
    const members = sentMembers(driven)
    expect(members).toContain(idOf(driven, 'person siv'))
    expect(members).not.toContain(idOf(driven, 'group inner'))
    expect(Object.keys(driven.habits)).toContain('nested-groups-flattened')
  })

  it('no longer does when it is taken out', () => {
    const driven = play(dialect, TAKEN_OUT)
    expect(driven.divergences).toEqual([])
    const last = sent(driven).findLast(({ note }) => note.object === 'group outer')
    const changes = operations((last as Exchanged).request)
    expect(changes.length === 0 || changes.some(({ op }) => op === 'remove')).toBe(true)
  })
})
