import { describe, expect, it } from 'vitest'
import { loadDeviations, loadDialects, readScenario } from '#bin/load'
import { createEndpoint } from '#endpoint'
import { isObject, type JsonObject, member, type ScimRequest, type ScimResponse, URN } from '#scim'
import { createPlay, type Dialect, loadScenario, type Scenario } from '#simulator'
import { type Driven, drive, operations } from '../simulator/samples/drive.ts'

/**
 * Situations of the collection that are no event in an organisation but a fault of the target: stories are played against
 * the reference endpoint with that fault, and the provider does what is documented.
 */
const all = await loadDialects()
const deviations = await loadDeviations()
const entras = all.filter(({ id }) => id === 'entra' || id === 'entra-flag')

interface Fault {
  /** The answer instead of the target's own: the request never gets to it. */
  readonly before?: (request: ScimRequest) => ScimResponse | undefined
  /** A resource as it is shown, in lists too. */
  readonly shown?: (resource: JsonObject) => JsonObject
  readonly deviation?: string
}

function play(dialect: Dialect, scenario: Scenario, { before, shown, deviation }: Fault): Driven {
  let id = 0
  let time = Date.UTC(2026, 0, 1)
  const endpoint = createEndpoint({
    base: 'https://target.example/scim/v2',
    token: 'faulty-target-token',
    now: () => {
      time += 1_000
      return new Date(time)
    },
    newId: () => `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}`,
    deviations: deviations.filter((each) => each.id === deviation),
  })
  return drive(createPlay(scenario, dialect), (request) => {
    const answer = before?.(request) ?? endpoint.answer(request)
    return shown && isObject(answer.body) ? { ...answer, body: everyOne(answer.body, shown) } : answer
  })
}

function everyOne(body: JsonObject, shown: (resource: JsonObject) => JsonObject): JsonObject {
  const { Resources } = body
  if (!Array.isArray(Resources)) return body.id === undefined ? body : shown(body)
  return { ...body, Resources: Resources.map((each) => (isObject(each) ? shown(each) : each)) }
}

const CAST = `
people:
  kari: { userName: kari@test.kommune.example, name: { givenName: Kari, familyName: Nordmann }, emails: [kari@test.kommune.example], title: Lærer, enterprise: { department: Oppvekst } }
  ola: { userName: ola@test.kommune.example, name: { givenName: Ola, familyName: Hansen }, emails: [ola@test.kommune.example], title: Rektor, enterprise: { department: Oppvekst } }
groups:
  teachers: { displayName: Oppvekst-Lærere }
  choir: { displayName: Kor }
`
const story = (timeline: readonly string[], more = ''): Scenario =>
  loadScenario(
    `id: small\ntitle: Small\n${CAST}${more}\ntimeline:\n${timeline.map((line) => `  - ${line}\n`).join('')}`,
    'small.yaml',
  )

const HIRED = ['hire: kari', 'hire: ola', 'sync']
const change = (who: string) =>
  `rename: { person: ${who}, to: { title: Rådgiver, enterprise: { department: Helse } } }`

const isAbout = ({ path }: ScimRequest, place: string) => path.startsWith(place)
const asRefused = (status: number): ScimResponse => ({
  status,
  headers: { 'content-type': 'application/scim+json' },
  body: { schemas: [URN.error], status: String(status), detail: 'No' },
})

/** What the provider sent about an object: method, status and how many operations. */
const sentAbout = ({ steps }: Driven, object: string): string[] =>
  steps.flatMap(({ note, request, status }) =>
    note.object === object && note.doing !== 'read back' && note.doing !== 'by hand'
      ? [`${note.doing} ${request.method} ${status}${ops(request)}`]
      : [],
  )

const ops = (request: ScimRequest) => (request.method === 'PATCH' ? ` x${paths(request).join(',')}` : '')

/** Attributes that a PATCH addresses, whether they stand in paths or in an object without one. */
function paths(request: ScimRequest): string[] {
  return operations(request)
    .flatMap(({ path, value }) =>
      path === undefined && isObject(value) ? Object.keys(value) : [String(path)],
    )
    .map((path) => path.split(':').at(-1) as string)
    .sort()
}

const KARI = /^\/Users\/00000000-0000-4000-8000-000000000001$/

describe.each(entras)('$id', (dialect) => {
  it('S61: a PATCH that is answered 404 right after a hit is an error of this object alone', () => {
    // Both were there before, so both are found by name and changed.
    const existing =
      'existing:\n  - { like: kari, but: { title: Vikar } }\n  - { like: ola, but: { title: Vikar } }\n'
    const driven = play(dialect, story(HIRED, existing), {
      before: (request) =>
        request.method === 'PATCH' && KARI.test(request.path) ? asRefused(404) : undefined,
    })
    const [match, patch] = sentAbout(driven, 'person kari')
    expect([match, patch]).toEqual(['match GET 200', expect.stringMatching(/^update PATCH 404/)])
    expect(sentAbout(driven, 'person ola')[1]).toMatch(/^update PATCH 20/)
    expect(new Set(driven.divergences.map(({ object }) => object))).toEqual(new Set(['person kari']))
    const first = driven.steps.findIndex(({ status }) => status === 404)
    expect(new Set(driven.divergences.map(({ step }) => step))).toEqual(new Set([first]))
    expect(JSON.stringify(driven.timeline)).not.toMatch(/quarantine/)
  })

  it('S62: where one operation is refused the whole PATCH fails, and all of it is tried again', () => {
    let isOpen = false
    const driven = play(
      dialect,
      story([...HIRED, change('kari'), change('ola'), 'sync', 'wait: 1 days', 'sync']),
      {
        before: (request) => {
          const isRefused =
            request.method === 'PATCH' && KARI.test(request.path) && paths(request).includes('department')
          if (!isRefused || isOpen) return undefined
          isOpen = true
          return asRefused(400)
        },
      },
    )
    const updates = sentAbout(driven, 'person kari').filter((line) => line.startsWith('update'))
    expect(updates).toEqual([
      expect.stringMatching(/^update PATCH 400 xdepartment,title$/),
      expect.stringMatching(/^update PATCH 20\d xdepartment,title$/),
    ])
    expect(sentAbout(driven, 'person ola').filter((line) => /^update PATCH 20/.test(line))).toHaveLength(1)
    const lost = driven.divergences.filter(({ cost }) => cost === 'data lost')
    expect(lost.map(({ object, attribute }) => `${object} ${attribute.split(':').at(-1)}`).sort()).toEqual([
      'person kari department',
      'person kari title',
    ])
  })

  it('S65: where a create is delivered twice, the conflict is a failure, and the next cycle finds the account', () => {
    const driven = play(dialect, readScenario('faults/create-sent-twice'), {})
    expect(sentAbout(driven, 'person kari')).toEqual([
      'match GET 200',
      'create POST 201',
      'create POST 409',
      'match GET 200',
    ])
    expect(driven.divergences).toEqual([])
    expect(driven.timeline).toContainEqual(
      expect.objectContaining({ object: 'person kari', problem: 'create answered 409' }),
    )
  })

  it.each([
    [
      'as text',
      ({ active, ...rest }: JsonObject) =>
        active === undefined ? rest : { ...rest, active: String(active) },
    ],
    ['not at all', ({ active: _, ...rest }: JsonObject) => rest],
  ])('S66: an active that is shown %s is sent again in every cycle', (_, shown) => {
    const quiet = ['sync', 'sync', 'sync']
    const driven = play(
      dialect,
      story([...HIRED, 'rename: { person: kari, to: { title: Rådgiver } }', ...quiet]),
      { shown },
    )
    const about = sentAbout(driven, 'person kari').filter((line) => line.startsWith('update'))
    expect(about.map((line) => line.replace(/ 20\d/, ''))).toEqual([
      'update PATCH xactive,title',
      'update PATCH xactive',
      'update PATCH xactive',
    ])
    expect(sentAbout(driven, 'person ola').filter((line) => line.startsWith('update'))).toEqual([])
    expect(driven.habits).toHaveProperty('active-told-again')
    const active = driven.divergences.filter(({ attribute }) => attribute === 'active')
    expect(active.map(({ object }) => object).sort()).toEqual(['person kari', 'person ola'])
  })

  it('S67: a user whose manager is shown as text cannot be read, and fails', () => {
    const asText = (resource: JsonObject): JsonObject => {
      const enterprise = resource[URN.enterpriseUser]
      const manager = member(member(enterprise, 'manager'), 'value')
      return isObject(enterprise) && manager !== undefined
        ? { ...resource, [URN.enterpriseUser]: { ...enterprise, manager } }
        : resource
    }
    const managed = 'manager: { person: kari, is: ola }'
    const driven = play(dialect, story([...HIRED, managed, 'sync', change('kari'), change('ola'), 'sync']), {
      shown: asText,
    })
    expect(sentAbout(driven, 'person kari').slice(-1)).toEqual(['read GET 200'])
    expect(sentAbout(driven, 'person ola').at(-1)).toMatch(/^update PATCH 20/)
    const lost = driven.divergences.filter(
      ({ cost, object }) => cost === 'data lost' && object === 'person kari',
    )
    expect(lost.map(({ attribute }) => attribute.split(':').at(-1)).sort()).toEqual(['department', 'title'])
    const read = driven.steps.findLastIndex(
      ({ note }) => note.doing === 'read' && note.object === 'person kari',
    )
    expect(lost.map(({ step, requirement }) => [step, requirement])).toEqual([
      [read, 'sim/answers'],
      [read, 'sim/answers'],
    ])
    expect(lost[0]?.note).toMatch(/not shown as a complex value/)
  })
})

describe.each(all.filter(({ deleteGroup }) => deleteGroup))('$id', (dialect) => {
  it('S68: a group that may not be deleted fails in every cycle, and is still there', () => {
    const driven = play(
      dialect,
      story([
        ...HIRED,
        'join: { person: kari, group: teachers }',
        'sync',
        'remove: { group: teachers }',
        'sync',
        'sync',
        'sync',
      ]),
      {
        before: (request) =>
          request.method === 'DELETE' && isAbout(request, '/Groups/') ? asRefused(400) : undefined,
      },
    )
    const deletions = sentAbout(driven, 'group teachers').filter((line) => line === 'delete DELETE 400')
    // Providers that send each event at once have tried before the first of the three cycles.
    expect(deletions.length).toBeGreaterThanOrEqual(3)
    const there = driven.divergences.filter(({ object }) => object === 'group teachers')
    expect(there).toMatchObject([
      { attribute: 'existence', cost: 'access not revoked', requirement: 'sim/answers' },
    ])
    expect(driven.steps[there[0]?.step ?? -1]?.request.method).toBe('DELETE')
  })
})

describe.each(entras)('$id at a target that takes no groups as members', (dialect) => {
  it('is told so for the inner group alone, as a habit that not everybody has to bear', () => {
    const nested = readScenario('groups/nested-group')
    const driven = play(dialect, nested, { deviation: 'no-nested-groups' })
    const missing = driven.divergences.filter(({ attribute }) => attribute === 'members')
    expect(missing).toMatchObject([
      {
        object: 'group solbakken',
        expected: ['group night', 'kari'],
        actual: ['kari'],
        cost: 'data lost',
        requirement: 'sim/tolerates-habits',
      },
    ])
    expect(driven.steps[missing[0]?.step ?? -1]).toMatchObject({ status: 400 })
    expect(missing[0]?.note).toMatch(/group night is missing.*AMB-028/)
  })
})
