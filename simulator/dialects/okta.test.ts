import { describe, expect, it } from 'vitest'
import type { Json, JsonObject, ScimRequest, ScimResponse } from '#scim'
import type { Dialect } from '../dialect.ts'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, operations } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'
import okta from './okta.ts'
import aiw from './okta-aiw.ts'

type Answering = (request: ScimRequest, answer: ScimResponse) => ScimResponse

function story(dialect: Dialect, timeline: string[], change: Answering = (_, a) => a, more = ''): Driven {
  const text = `
id: small
title: A small story
people:
  kari:
    userName: kari@test.kommune.example
    displayName: Kari
    name: { givenName: Kari, familyName: Vik }
    emails: [kari@test.kommune.example]
  per: { userName: per@test.kommune.example }
groups:
  a: { displayName: A }
${more}
timeline:
${timeline.map((line) => `  - ${line}`).join('\n')}
  - sync`
  const target = createTarget()
  return drive(createPlay(loadScenario(text, 'small.yaml'), dialect), (r) => change(r, target(r)))
}

const own = ({ steps }: Driven): ScimRequest[] =>
  steps.flatMap(({ request, note }) =>
    note.doing === 'read back' || note.doing === 'by hand' ? [] : [request],
  )

/** `PATCH /Users/id-1 replace`; what lies before `from` is left out. */
function lines(driven: Driven, from = 0): string[] {
  return own(driven)
    .slice(from)
    .map((request) => {
      const ops = operations(request).map(({ op, path }) => (path === undefined ? op : `${op} ${path}`))
      return [request.method, request.path.split('?')[0], ...ops].join(' ')
    })
}

const last = (driven: Driven, method: string): JsonObject =>
  (own(driven).findLast((request) => request.method === method)?.body ?? {}) as JsonObject

const BOTH = [['catalogue', okta] as const, ['wizard', aiw] as const]
const HIRE = ['hire: kari']
/** The test of the connection, lookup and create of Kari and of the group. */
const AFTER_KARI = 5
const AFTER_BOTH = 7

describe.each(BOTH)('Okta (%s)', (_, dialect) => {
  it('speaks as its client does', () => {
    const [connect, lookup, create] = own(story(dialect, HIRE))
    expect(connect?.path).toBe('/Users?startIndex=1&count=100')
    expect(lookup?.path).toBe(
      '/Users?filter=userName%20eq%20%22st-k3v9x2-kari%40test.kommune.example%22&startIndex=1&count=100',
    )
    expect(lookup?.headers).toEqual({
      'user-agent': 'Okta SCIM Client 1.0.0',
      accept: 'application/scim+json',
      'accept-charset': 'utf-8',
    })
    expect(create?.headers?.['content-type']).toBe('application/scim+json; charset=utf-8')
    expect(create?.body).toMatchObject({ groups: [], active: true, locale: 'nb-NO' })
    expect((create?.body as JsonObject | undefined)?.password).toMatch(/^[0-9a-f]{8}$/)
  })

  it('takes 404 on a lookup for nobody', () => {
    const driven = story(dialect, HIRE, ({ path }, answer) =>
      path.includes('filter=userName%20eq') && answer.body && (answer.body as JsonObject).totalResults === 0
        ? { status: 404, headers: {} }
        : answer,
    )
    expect(lines(driven)).toContain('POST /Users')
    expect(driven.divergences).toEqual([])
  })

  it('reads who was found and puts the profile over what was read', () => {
    const existing =
      'existing:\n  - { like: kari, but: { displayName: Old, title: Kept, name: { familyName: Old } } }'
    const driven = story(dialect, HIRE, (_, a) => a, existing)
    expect(lines(driven).slice(1, 4)).toEqual(['GET /Users', 'GET /Users/id-1', 'PUT /Users/id-1'])
    expect(last(driven, 'PUT')).toMatchObject({
      id: 'id-1',
      title: 'Kept',
      displayName: 'Kari',
      name: { familyName: 'Vik', middleName: '' },
      groups: [],
    })
    expect(driven.divergences).toEqual([])
  })

  it('puts back what it does not know, and lets the name of an address follow', () => {
    const decorated: Answering = ({ method }, answer) => {
      const user = answer.body as JsonObject | undefined
      if (method !== 'GET' || user?.userName === undefined) return answer
      const emails = (user.emails as JsonObject[]).map((e) => ({ ...e, display: e.value as Json }))
      return { ...answer, body: { ...user, emails, favouriteColour: 'green' } }
    }
    const to = '{ emails: [k@test.kommune.example] }'
    const driven = story(dialect, [...HIRE, 'sync', `rename: { person: kari, to: ${to} }`], decorated)
    const value = 'st-k3v9x2-k@test.kommune.example'
    expect(last(driven, 'PUT')).toMatchObject({
      favouriteColour: 'green',
      emails: [{ primary: true, type: 'work', value, display: value }],
    })
    expect(driven.divergences).toEqual([])
  })

  it('never deletes anybody and tells nothing of a suspension or of a deletion after it', () => {
    const driven = story(dialect, [
      ...HIRE,
      'suspend: kari',
      'unsuspend: kari',
      'disable: kari',
      'sync',
      'remove: kari',
    ])
    const written = lines(driven, AFTER_KARI).filter((line) => !line.startsWith('GET'))
    expect(written).toHaveLength(1)
    expect(driven.divergences).toEqual([])
  })

  it('takes an empty answer to a create for a failure', () => {
    const driven = story(dialect, HIRE, ({ method, path }, answer) =>
      method === 'POST' && path === '/Users' ? { status: 201, headers: {} } : answer,
    )
    expect(driven.divergences.map(({ object }) => object)).toContain('person kari')
  })

  it('switches on who was made inactive', () => {
    const driven = story(dialect, HIRE, ({ method, path }, answer) => {
      const isOff = (method === 'POST' || method === 'GET') && path.startsWith('/Users')
      const user = answer.body as JsonObject | undefined
      return isOff && user?.userName !== undefined ? { ...answer, body: { ...user, active: false } } : answer
    })
    expect(lines(driven, AFTER_KARI).slice(0, 2)[1]).toBe(
      dialect === okta ? 'PATCH /Users/id-1 replace' : 'PUT /Users/id-1',
    )
  })

  it('tries ten times where the target is busy', () => {
    const driven = story(dialect, ['throttle: { requests: 9 }', ...HIRE])
    const waits = driven.timeline.flatMap(
      (row) => / (\d+) s of the story/.exec(JSON.stringify(row))?.[1] ?? [],
    )
    expect(waits.map(Number)).toEqual(Array.from({ length: 9 }, (_, n) => 300 * 2 ** n))
    expect(driven.divergences).toEqual([])
  })

  it('reads pages until all are there, and gives up on a target that always promises more', () => {
    const promising =
      (totalResults: number): Answering =>
      ({ path }, answer) =>
        path.startsWith('/Users?startIndex')
          ? { ...answer, body: { ...(answer.body as JsonObject), totalResults } }
          : answer
    const pages = (total: number) =>
      lines(story(dialect, [...HIRE, 'import'], promising(total)), AFTER_KARI).filter(
        (l) => l === 'GET /Users',
      ).length
    // An empty page is the last one.
    expect([pages(100), pages(102), pages(1e9)]).toEqual([1, 2, 2])
    const endless: Answering = ({ path }, answer) =>
      path.startsWith('/Users?startIndex')
        ? { ...answer, body: { totalResults: 1e9, Resources: [{ id: 'x' }] } }
        : answer
    const read = lines(story(dialect, [...HIRE, 'import'], endless), AFTER_KARI)
    expect(read.filter((line) => line === 'GET /Users')).toHaveLength(100)
  })

  it('asks for entitlements only where they are switched on, and goes nowhere else', () => {
    const endpoints = ['/Roles', '/../admin', 'https://elsewhere.example/Roles']
    const schema = 'urn:okta:scim:schemas:core:1.0:Role'
    const typed: Answering = ({ path }, answer) =>
      path === '/ResourceTypes'
        ? { ...answer, body: { Resources: endpoints.map((endpoint) => ({ schema, endpoint })) } }
        : answer
    const asked = (more: string) =>
      lines(story(dialect, [...HIRE, 'import'], typed, more), AFTER_KARI).slice(2)
    expect(asked('')).toEqual([])
    expect(asked('provider: { entitlements: true }')).toEqual([
      'GET /ResourceTypes',
      'GET /Schemas',
      'GET /Roles',
    ])
  })
})

const GROUP = ['hire: kari', 'hire: per', 'join: { person: per, group: a }', 'sync']
const SWAP = [
  'outage: { after: 0 }',
  'quit: { person: per, group: a }',
  'join: { person: kari, group: a }',
  'recovery',
  'sync',
]

describe('an integration from the catalogue', () => {
  it('disables at once, and enables, reads and puts on return', () => {
    const driven = story(okta, [...HIRE, 'unassign: kari', 'assign: kari'])
    expect(lines(driven, AFTER_KARI)).toEqual([
      'PATCH /Users/id-1 replace',
      'GET /Users/id-1',
      'PATCH /Users/id-1 replace',
      'PUT /Users/id-1',
    ])
    const [off] = own(driven).slice(AFTER_KARI)
    expect(off && operations(off)).toEqual([{ op: 'replace', value: { active: false } }])
    expect(last(driven, 'PUT').active).toBe(true)
    expect(driven.divergences).toEqual([])
  })

  it('patches a password without reading', () => {
    const driven = story(okta, [...HIRE, 'password: kari'])
    expect(lines(driven, AFTER_KARI)).toEqual(['PATCH /Users/id-1 replace'])
  })

  it('says the name before members change, and removes and adds in one request', () => {
    const driven = story(okta, [...GROUP, ...SWAP])
    const patches = lines(driven, AFTER_BOTH).filter((line) => line.startsWith('PATCH'))
    expect(patches).toEqual([
      'PATCH /Groups/id-2 replace',
      'PATCH /Groups/id-2 add members',
      'PATCH /Groups/id-2 replace',
      'PATCH /Groups/id-2 remove members[value eq "id-3"] add members',
    ])
    expect(operations(own(driven).at(-1) as ScimRequest)[1]?.value).toEqual([
      { value: 'id-1', display: 'st-k3v9x2-kari@test.kommune.example' },
    ])
    expect(driven.divergences).toEqual([])
  })

  it('leaves the members for later where the name is refused', () => {
    const driven = story(okta, GROUP, (request, answer) =>
      operations(request)[0]?.path === undefined &&
      request.path.startsWith('/Groups/') &&
      request.method === 'PATCH'
        ? { status: 400, headers: {} }
        : answer,
    )
    expect(lines(driven)).not.toContain('PATCH /Groups/id-2 add members')
    expect(driven.divergences).toMatchObject([
      { object: 'group a', attribute: 'members', requirement: 'sim/tolerates-habits' },
    ])
  })

  it('empties a group without a path, and replaces the list of one that was found or is pushed', () => {
    const emptied = story(okta, [...GROUP, 'quit: { person: per, group: a }'])
    expect(operations(own(emptied).at(-1) as ScimRequest)).toEqual([
      { op: 'replace', value: { members: [], id: 'id-2', displayName: 'st-k3v9x2 A' } },
    ])
    const whole = ['PATCH /Groups/id-1 replace', 'PATCH /Groups/id-1 replace members']
    const found = story(okta, [...GROUP, 'push: a'], (_, a) => a, 'existing:\n  - { like: a }')
    expect(lines(found).filter((line) => line.startsWith('PATCH'))).toEqual([...whole, ...whole])
    expect([...emptied.divergences, ...found.divergences]).toEqual([])
  })
})

describe('an app from the wizard', () => {
  it('disables, enables and sets a password by putting what was read', () => {
    const driven = story(aiw, [...HIRE, 'password: kari', 'unassign: kari', 'assign: kari'])
    const pair = ['GET /Users/id-1', 'PUT /Users/id-1']
    expect(lines(driven, AFTER_KARI)).toEqual([...pair, ...pair, ...pair])
    expect(driven.divergences).toEqual([])
  })

  it('leaves a password alone where the user cannot be read', () => {
    const driven = story(aiw, [...HIRE, 'password: kari'], ({ method, path }, answer) =>
      method === 'GET' && path === '/Users/id-1' ? { status: 500, headers: {} } : answer,
    )
    expect(lines(driven, AFTER_KARI)).toEqual(['GET /Users/id-1'])
  })

  it('puts all members a group shall have', () => {
    const driven = story(aiw, [...GROUP, ...SWAP, 'rename: { group: a, to: { displayName: B } }'])
    expect(lines(driven).some((line) => line.startsWith('PATCH'))).toBe(false)
    const members = [{ value: 'id-1', display: 'st-k3v9x2-kari@test.kommune.example' }]
    expect(last(driven, 'PUT')).toMatchObject({ id: 'id-2', displayName: 'st-k3v9x2 B', members })
    expect(driven.divergences).toEqual([])
  })
})
