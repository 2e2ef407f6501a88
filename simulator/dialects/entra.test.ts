import { describe, expect, it } from 'vitest'
import type { JsonObject, ScimRequest, ScimResponse } from '#scim'
import type { Dialect } from '../dialect.ts'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, operations, TAG } from '../samples/drive.ts'
import { createTarget } from '../samples/target.ts'
import entra from './entra.ts'
import flag from './entra-flag.ts'

const FIKS = 'urn:ietf:params:scim:schemas:extension:ks:personidentifikasjon:1.0'
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

interface Told {
  readonly provider?: string
  readonly kari?: string
  readonly change?: (request: ScimRequest, answer: ScimResponse) => ScimResponse
}

/** Kari and Ola, of whom `lines` tell, and two groups. */
function story(
  dialect: Dialect,
  lines: readonly string[],
  { provider, kari = '', change }: Told = {},
): Driven {
  const text = `
id: small
title: A small story
${provider === undefined ? '' : `provider: { ${provider} }`}
people:
  kari: { userName: kari@test.kommune.example${kari} }
  ola: { userName: ola@test.kommune.example }
groups:
  a: { displayName: Oppvekst Lærere }
timeline:
${lines.map((line) => `  - ${line}`).join('\n')}
  - sync`
  const target = createTarget()
  const answer = (request: ScimRequest) => {
    const plain = target(request)
    return change ? change(request, plain) : plain
  }
  return drive(createPlay(loadScenario(text, 'small.yaml'), dialect), answer)
}

function sent({ steps }: Driven): ScimRequest[] {
  return steps.flatMap(({ request, note }) =>
    note.doing === 'read back' || note.doing === 'by hand' ? [] : [request],
  )
}

function created(driven: Driven, path = '/Users'): JsonObject {
  return sent(driven).find((r) => r.method === 'POST' && r.path === path)?.body as JsonObject
}

function patches(driven: Driven): JsonObject[][] {
  return sent(driven).flatMap((r) => (r.method === 'PATCH' ? [operations(r)] : []))
}

const rename = (to: string) => `rename: { person: kari, to: { ${to} } }`
const HIRED = ['hire: kari', 'hire: ola', 'sync']
const BOTH = [
  ['entra', entra],
  ['entra-flag', flag],
] as const

describe.each(BOTH)('%s', (_, dialect) => {
  it('encodes queries as a form, in the raw', () => {
    const paths = sent(story(dialect, HIRED)).map(({ path }) => path)
    expect(paths).toContain(`/Users?filter=userName+eq+%22${TAG}-kari%40test.kommune.example%22`)
    expect(paths).toContain(
      `/Groups?excludedAttributes=members&filter=displayName+eq+%22${TAG}+Oppvekst+L%c3%a6rere%22`,
    )
    expect(paths.join()).not.toContain('%20')
  })

  it('orders the keys of a new user as captured', () => {
    const kari =
      ', externalId: kari, title: Lærer, displayName: K, name: { givenName: K }, emails: [k@x.example], enterprise: { department: D }'
    expect(Object.keys(created(story(dialect, HIRED, { kari })))).toEqual([
      'schemas',
      'externalId',
      'userName',
      'active',
      'displayName',
      'emails',
      'meta',
      'name',
      'roles',
      'title',
      ENTERPRISE,
    ])
  })

  it('sends no User-Agent, and no Content-Type without a body', () => {
    for (const { method, headers } of sent(
      story(dialect, [...HIRED, rename('title: Lektor'), 'sync', 'remove: kari']),
    )) {
      const names = Object.keys(headers ?? {}).map((name) => name.toLowerCase())
      expect(names).toEqual(method === 'POST' || method === 'PATCH' ? ['content-type'] : [])
    }
  })

  it('sends the header of 2019 only where it is set', () => {
    const driven = story(dialect, [...HIRED, rename('title: T')], { provider: 'versionHeader: true' })
    expect(sent(driven).every(({ headers }) => headers?.ADSCIMVersion === '5.0')).toBe(true)
    const own = driven.steps.filter(({ note }) => note.doing !== 'read back')
    expect(own.every(({ note }) => (note.habits as string[]).includes('version-header'))).toBe(true)
  })

  it('sends nothing for what was cleared', () => {
    expect(patches(story(dialect, [...HIRED, rename('title: null')], { kari: ', title: Lærer' }))).toEqual([])
  })

  it('leaves a custom extension out of schemas and puts it last', () => {
    const body = created(story(dialect, HIRED, { kari: ', nationalId: synthetic' }))
    expect(body.schemas).not.toContain(FIKS)
    expect(Object.keys(body).at(-1)).toBe(FIKS)
  })

  it('tries one matching attribute after the other, never joined, and stops at the first hit', () => {
    const provider = 'matchUsers: [externalId, emails.work, userName]'
    const driven = story(dialect, ['hire: kari', 'sync', 'restart'], {
      provider,
      kari: ', emails: [k@x.example]',
    })
    const about = driven.steps.filter(({ note }) => note.object === 'person kari' && note.doing === 'match')
    const filters = about.map(({ request }) =>
      new URL(`http://target${request.path}`).searchParams.get('filter'),
    )
    expect(filters.map((filter) => filter?.split(' eq "st-')[0])).toEqual([
      'externalId',
      'emails[type eq "work"].value',
      'userName',
      'externalId',
    ])
    expect(driven.divergences).toEqual([])
  })

  it('sends nothing about a person whom the target knows twice', () => {
    const driven = story(dialect, ['hire: kari'], {
      change: ({ path }, answer) => {
        if (!path.startsWith('/Users?') || !path.includes('kari')) return answer
        return { ...answer, body: { totalResults: 2, Resources: [{ id: 'x' }, { id: 'y' }] } }
      },
    })
    expect(sent(driven).filter((r) => r.path === '/Users')).toEqual([])
  })

  it('reports a conflict and does not look for the account again in the same cycle', () => {
    const driven = story(dialect, ['hire: kari'], {
      change: ({ method, path }, answer) =>
        method === 'POST' && path === '/Users' ? { status: 409, headers: {} } : answer,
    })
    expect(
      driven.steps.filter(({ note }) => note.object === 'person kari').map(({ note }) => note.doing),
    ).toEqual(['match', 'create'])
  })

  it('names the manager in the create where that is set, and not once more', () => {
    const lines = ['hire: ola', 'sync', 'hire: kari', 'manager: { person: kari, is: ola }']
    const driven = story(dialect, lines, { provider: 'managers: in the create' })
    const kari = sent(driven).findLast((r) => r.method === 'POST' && r.path === '/Users')?.body as JsonObject
    expect(kari[ENTERPRISE]).toEqual({ manager: 'id-1' })
    expect(patches(driven)).toEqual([])
    const used = story(dialect, lines).steps.flatMap(({ note }) => note.habits as string[])
    expect(used).not.toContain('manager-in-create')
  })

  it('conveys roles only where they are mapped', () => {
    const kari = ', roles: "B, A"'
    const rolesIn = (provider?: string) =>
      created(story(dialect, HIRED, { kari, ...(provider ? { provider } : {}) })).roles
    const type = 'WindowsAzureActiveDirectoryRole'
    expect(rolesIn()).toEqual([])
    expect(rolesIn('roles: none')).toBeUndefined()
    expect(rolesIn('roles: single')).toEqual([{ primary: true, type, value: 'A' }])
    expect(rolesIn('roles: complex')).toEqual(
      ['A', 'B'].map((value) => ({ primary: false, type, displayName: value, value })),
    )
    expect(rolesIn('roles: assertive')).toEqual(
      ['A', 'B'].map((value) => ({ primary: false, type, display: value, value })),
    )
    expect(rolesIn('roles: primary')).toEqual([{ primary: 'True', display: 'A', value: 'A', type }])
  })

  it('replaces all roles where they are assertive, and never takes one away where they are complex', () => {
    const lines = [...HIRED, rename('roles: B')]
    const kari = ', roles: "A, B"'
    const assertive = story(dialect, lines, { kari, provider: 'roles: assertive' })
    expect(patches(assertive)).toMatchObject([[{ op: 'replace', path: 'roles', value: [{ value: 'B' }] }]])
    expect(assertive.divergences).toEqual([])
    const complex = story(dialect, lines, { kari, provider: 'roles: complex' })
    expect(patches(complex)).toEqual([])
    expect(complex.divergences).toEqual([])
  })

  it('writes capitals and text on demand, whatever the flag', () => {
    const change = ({ method }: ScimRequest, answer: ScimResponse) => {
      if (method !== 'GET') return answer
      const { active: _, ...rest } = (answer.body ?? {}) as JsonObject
      return { ...answer, body: rest }
    }
    const lines = [...HIRED, rename('displayName: K, title: Lektor'), '"on demand": kari']
    const [first] = patches(story(dialect, lines, { change }))
    expect(first).toEqual([
      { op: 'Add', path: 'active', value: 'True' },
      { op: 'Add', path: 'displayName', value: 'K' },
      { op: 'Add', path: 'title', value: 'Lektor' },
    ])
  })
})

describe('entra', () => {
  it('adds with a value filter where the target has no such element', () => {
    const driven = story(entra, [
      ...HIRED,
      rename('emails: [k@test.kommune.example], enterprise: { department: Skole }'),
    ])
    expect(patches(driven)).toEqual([
      [
        { op: 'Add', path: 'emails[type eq "work"].value', value: `${TAG}-k@test.kommune.example` },
        { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Skole' },
      ],
    ])
  })

  it('takes an empty text for no value', () => {
    const driven = story(entra, [...HIRED, rename('title: Lektor')], {
      change: ({ method, path }, answer) =>
        method === 'GET' && path.startsWith('/Users/')
          ? { ...answer, body: { ...(answer.body as JsonObject), title: '' } }
          : answer,
    })
    expect(patches(driven)[0]).toEqual([{ op: 'Add', path: 'title', value: 'Lektor' }])
  })

  it('writes a new role as JSON in a text, next to other attributes', () => {
    const driven = story(entra, [...HIRED, rename('roles: "A, B", title: Lektor')], {
      provider: 'roles: complex',
      kari: ', roles: A',
    })
    const [[roles, title] = []] = patches(driven)
    expect(title).toEqual({ op: 'Add', path: 'title', value: 'Lektor' })
    expect(roles).toMatchObject({ op: 'Add', path: 'roles' })
    const [{ value }] = (roles as { value: [{ value: string }] }).value
    expect(JSON.parse(value)).toMatchObject({ value: 'B', displayName: 'B' })
  })

  it('puts as many members into a request as it may', () => {
    const lines = [...HIRED, 'join: { person: kari, group: a }', 'join: { person: ola, group: a }']
    const [members] = patches(story(entra, lines, { provider: 'membersPerRequest: 5' }))
    expect(members).toEqual([{ op: 'Add', path: 'members', value: [{ value: 'id-1' }, { value: 'id-2' }] }])
  })
})

describe('entra-flag', () => {
  it('gathers plain attributes, one object for what is new and one for what is other, and keeps value paths apart', () => {
    const driven = story(
      flag,
      [
        ...HIRED,
        rename('displayName: K2, name: { givenName: Karin }, title: T, nickName: N, emails: [k2@x.example]'),
      ],
      { kari: ', displayName: K, name: { givenName: Kari, formatted: K }, emails: [k@x.example]' },
    )
    expect(patches(driven)).toEqual([
      [
        { op: 'replace', path: 'emails[type eq "work"].value', value: `${TAG}-k2@x.example` },
        { op: 'add', value: { nickName: 'N', title: 'T' } },
        { op: 'replace', value: { displayName: 'K2', 'name.givenName': 'Karin' } },
      ],
    ])
    expect(driven.divergences).toEqual([])
  })

  it('gives a single attribute a path, and active as a boolean', () => {
    const driven = story(flag, [...HIRED, 'leave: kari'])
    expect(patches(driven)).toEqual([[{ op: 'replace', path: 'active', value: false }]])
  })

  it('renames a group without a path', () => {
    const driven = story(flag, [...HIRED, 'rename: { group: a, to: { displayName: B } }'])
    expect(patches(driven)).toEqual([[{ op: 'replace', value: { displayName: `${TAG} B` } }]])
  })

  it('removes each member by a path of its own', () => {
    const joined = ['kari', 'ola'].map((person) => `join: { person: ${person}, group: a }`)
    const left = ['kari', 'ola'].map((person) => `quit: { person: ${person}, group: a }`)
    const driven = story(flag, [...HIRED, ...joined, 'sync', ...left], { provider: 'membersPerRequest: 2' })
    expect(patches(driven).at(-1)).toEqual([
      { op: 'remove', path: 'members[value eq "id-1"]' },
      { op: 'remove', path: 'members[value eq "id-2"]' },
    ])
    expect(driven.divergences).toEqual([])
  })

  it('takes a manager away by a filter where that is set, else not at all', () => {
    const lines = [...HIRED, 'manager: { person: kari, is: ola }', 'sync', 'manager: { person: kari }']
    const set = [{ op: 'add', path: `${ENTERPRISE}:manager`, value: 'id-2' }]
    const removed = [{ op: 'remove', path: 'manager[value eq "id-2"]' }]
    const patchesWith = (provider: string) => patches(story(flag, lines, { provider }))
    expect(patchesWith('flagRemoveManager: filter')).toEqual([set, removed])
    expect(patchesWith('flagRemoveManager: nothing')).toEqual([set])
    expect(patches(story(flag, lines))).toEqual([set])
  })

  it('adds a member by replace where that is set: what a target does that reads it to the letter is put down to this habit', () => {
    const lines = [...HIRED, 'join: { person: kari, group: a }', 'join: { person: ola, group: a }']
    const driven = story(flag, lines, { provider: 'flagAddMember: replace' })
    expect(patches(driven)).toEqual(
      ['id-1', 'id-2'].map((value) => [{ op: 'replace', path: 'members', value: [{ value }] }]),
    )
    expect(driven.divergences).toMatchObject([
      { object: 'group a', attribute: 'members', requirement: 'sim/tolerates-habits', cost: 'data lost' },
    ])
    const { step = -1 } = driven.divergences[0] ?? {}
    expect(driven.steps[step]?.note.habits).toContain('member-added-by-replace')
    expect(story(flag, lines).divergences).toEqual([])
  })
})
