import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findIdentityNumbers } from '#people'
import { isObject, type Json, type JsonObject, member, type ScimRequest, type ScimResponse } from '#scim'
import type { Dialect } from './dialect.ts'
import eadm from './dialects/eadm.ts'
import entra from './dialects/entra.ts'
import { createPlay, loadScenario } from './index.ts'
import { type Driven, drive, operations, TAG, writes } from './samples/drive.ts'
import { createTarget, type Target } from './samples/target.ts'

const FILE = new URL('../fixtures/scenarios/joiner-to-leaver.yaml', import.meta.url)
const scenario = loadScenario(readFileSync(FILE, 'utf8'), 'joiner-to-leaver.yaml')
const DIALECTS: [string, Dialect][] = [
  ['entra', entra],
  ['eadm', eadm],
]

type Sabotage = (request: ScimRequest, next: Target) => ScimResponse

function play(dialect: Dialect, sabotage?: Sabotage): Driven {
  const target = createTarget()
  return drive(createPlay(scenario, dialect), (r) => (sabotage ? sabotage(r, target) : target(r)))
}

function story(dialect: Dialect, timeline: string, target: Target = createTarget()): Driven {
  const text = `
id: small
title: A small story
people:
  kari: { userName: kari@test.kommune.example, name: { givenName: Kari, familyName: Nordmann }, nationalId: synthetic }
  ola: { userName: ola@test.kommune.example, displayName: Ola, title: Rektor, enterprise: { department: Skole } }
groups:
  nurses: { displayName: Sykepleiere }
timeline:
${timeline}`
  return drive(createPlay(loadScenario(text, 'small.yaml'), dialect), target)
}

/** Operations that the target is to overlook; a request that has no others is answered as if it had been done. */
function overlooking(test: (operation: JsonObject) => boolean): Sabotage {
  return (request, next) => {
    if (request.method !== 'PATCH') return next(request)
    const kept = operations(request).filter((operation) => !test(operation))
    if (kept.length === 0) return { status: 204, headers: {} }
    return next({ ...request, body: { ...(request.body as JsonObject), Operations: kept } })
  }
}

const isRemoval = ({ op, path }: JsonObject) =>
  String(op).toLowerCase() === 'remove' && String(path).startsWith('members')
const REFUSED: ScimResponse = { status: 400, headers: {}, body: { status: '400' } }

describe.each(DIALECTS)('a play in the dialect %s', (name, dialect) => {
  it('finds nothing wrong with a target that does it right', () => {
    const { divergences, comparisons } = play(dialect)
    expect(divergences).toEqual([])
    expect(comparisons).toBeGreaterThan(100)
  })

  it('is the same every time', () => {
    expect(JSON.stringify(play(dialect))).toBe(JSON.stringify(play(dialect)))
  })

  it('marks every create, and writes only to what it created', () => {
    const made = new Set<string>()
    const target = createTarget()
    drive(createPlay(scenario, dialect), (request) => {
      const answer = target(request)
      if (request.method === 'POST') {
        expect(JSON.stringify(request.body)).toContain(TAG)
        made.add(`${request.path}/${String(member(answer.body, 'id'))}`)
      } else if (request.method !== 'GET') expect([...made]).toContain(request.path)
      return answer
    })
  })

  it('says of every request why it was sent, with which habits, and whether it departs', () => {
    for (const { note } of play(dialect).steps) {
      expect(note.event).toMatch(/\w/)
      expect(Array.isArray(note.habits) && Array.isArray(note.departs)).toBe(true)
      for (const id of note.habits as string[]) expect(Object.keys(dialect.habits)).toContain(id)
    }
  })

  it('explains a withdrawn membership by the event behind it', () => {
    const removals = play(dialect).steps.filter(({ request }) => operations(request).some(isRemoval))
    expect(removals.map(({ note }) => note.event)).toEqual(
      expect.arrayContaining(['move ingrid from teachers to home', 'leave ingrid']),
    )
  })

  it('sends no write in a second synchronisation without a change', () => {
    const once = writes(story(dialect, '  - hire: kari\n  - hire: ola\n  - sync'))
    const twice = writes(story(dialect, '  - hire: kari\n  - hire: ola\n  - sync\n  - sync\n  - sync'))
    expect(twice).toHaveLength(once.length)
  })

  it('has no identity number in any URL, note, difference or timeline, and one in a body', () => {
    const driven = story(
      dialect,
      '  - hire: kari\n  - sync\n  - rename: { person: kari, to: { title: Rektor } }\n  - leave: kari\n  - sync',
      (request) =>
        request.method === 'GET' ? { status: 200, headers: {}, body: {} } : createTarget()(request),
    )
    const good = story(dialect, '  - hire: kari\n  - sync\n  - remove: kari\n  - sync')
    for (const { request, note } of [...driven.steps, ...good.steps]) {
      expect(findIdentityNumbers(request.path + JSON.stringify(note))).toEqual([])
    }
    const { divergences, timeline } = driven
    expect(findIdentityNumbers(JSON.stringify({ divergences, timeline }))).toEqual([])
    const bodies = JSON.stringify(good.steps.map(({ request }) => request.body ?? null))
    expect(findIdentityNumbers(bodies)).toHaveLength(1)
    expect(good.divergences).toEqual([])
  })

  it('says nothing about an identity number that was lost but that it is', () => {
    const target = createTarget()
    const { divergences } = story(dialect, '  - hire: kari\n  - sync', (request) => {
      const body = isObject(request.body) ? Object.entries(request.body) : []
      const kept = body.filter(([key]) => !key.includes('personidentifikasjon'))
      return target(body.length > 0 ? { ...request, body: Object.fromEntries(kept) } : request)
    })
    expect(divergences).toHaveLength(1)
    expect(divergences[0]).toMatchObject({ expected: 'the identity number as sent', cost: 'data lost' })
  })

  describe('against a target', () => {
    const strict = name === 'eadm'

    it('that ignores the removal of members', () => {
      const driven = play(dialect, overlooking(isRemoval))
      const [first] = driven.divergences
      expect(first).toMatchObject({
        object: 'group teachers',
        attribute: 'members',
        expected: ['kari'],
        actual: ['ingrid', 'kari'],
        cost: 'access not revoked',
        requirement: strict ? 'sim/converges' : 'sim/tolerates-habits',
      })
      const cause = driven.steps[first?.step ?? -1]
      expect(cause?.note.event).toBe('move ingrid from teachers to home')
      expect(operations(cause?.request as ScimRequest).some(isRemoval)).toBe(true)
      expect(driven.divergences.map(({ object }) => object)).toEqual(['group teachers', 'group home'])
    })

    it('that does not store active', () => {
      const driven = play(
        dialect,
        overlooking(({ path }) => path === 'active'),
      )
      expect(driven.divergences).toHaveLength(1)
      expect(driven.divergences[0]).toMatchObject({
        object: 'person ingrid',
        attribute: 'active',
        expected: false,
        actual: true,
        cost: 'access not revoked',
      })
      expect(driven.steps[driven.divergences[0]?.step ?? -1]?.note.event).toBe('leave ingrid')
    })

    it('that loses a new name', () => {
      const driven = play(
        dialect,
        overlooking(({ path }) => path === 'name.familyName'),
      )
      expect(driven.divergences).toHaveLength(1)
      expect(driven.divergences[0]).toMatchObject({
        attribute: 'name.familyName',
        expected: 'Berg',
        actual: 'Ødegård',
        cost: 'data lost',
      })
      expect(driven.steps[driven.divergences[0]?.step ?? -1]?.request.method).toBe('PATCH')
    })

    it('that ignores DELETE', () => {
      const driven = play(dialect, (request, next) =>
        request.method === 'DELETE' ? { status: 204, headers: {} } : next(request),
      )
      const [first] = driven.divergences
      expect(first).toMatchObject({
        object: 'person ingrid',
        attribute: 'existence',
        cost: 'access not revoked',
        requirement: 'sim/converges',
      })
      expect(driven.steps[first?.step ?? -1]?.request.method).toBe('DELETE')
      expect(driven.divergences).toHaveLength(1)
    })

    it('that refuses a create: what follows from it is not reported as well', () => {
      const isIngrid = ({ method, body }: ScimRequest) =>
        method === 'POST' && JSON.stringify(body).includes('Ingrid')
      const driven = play(dialect, (request, next) => (isIngrid(request) ? REFUSED : next(request)))
      expect(driven.divergences).toHaveLength(1)
      expect(driven.divergences[0]).toMatchObject({
        object: 'person ingrid',
        attribute: 'existence',
        actual: undefined,
        cost: 'provisioning blocked',
        requirement: 'sim/answers',
      })
      expect(isIngrid(driven.steps[driven.divergences[0]?.step ?? -1]?.request as ScimRequest)).toBe(true)
    })

    it('that gives an id away twice', () => {
      const driven = play(dialect, (request, next) => {
        const answer = next(request)
        if (!JSON.stringify(request.body ?? '').includes('Ingrid') || request.method !== 'POST') return answer
        return { ...answer, body: { ...(answer.body as JsonObject), id: 'id-1' } }
      })
      expect(driven.divergences[0]).toMatchObject({
        object: 'person ingrid',
        attribute: 'id',
        actual: 'the id of person kari',
        cost: 'wrong access',
      })
      expect(driven.divergences).toHaveLength(1)
    })

    it('that changes the wrong person', () => {
      const driven = play(dialect, (request, next) =>
        next(
          request.method === 'PATCH'
            ? { ...request, path: request.path.replace('/Users/id-6', '/Users/id-1') }
            : request,
        ),
      )
      const objects = driven.divergences.map(({ object, attribute }) => `${object} ${attribute}`)
      expect(objects).toEqual(
        expect.arrayContaining([
          'person kari name.familyName',
          'person ingrid name.familyName',
          'person kari active',
        ]),
      )
      const userName = driven.divergences.find(
        (d) => d.object === 'person kari' && d.attribute === 'userName',
      )
      expect(userName?.cost).toBe('wrong access')
    })

    it('that takes in a stranger as member', () => {
      const driven = play(dialect, (request, next) => {
        const answer = next(request)
        if (request.path !== '/Groups/id-4' || request.method !== 'GET') return answer
        const body = answer.body as JsonObject
        return {
          ...answer,
          body: { ...body, members: [...(body.members as Json[]), { value: 'id-1' }, { value: 'x' }] },
        }
      })
      expect(driven.divergences).toHaveLength(2)
      for (const each of driven.divergences) {
        expect(each).toMatchObject({ object: 'group home', attribute: 'members', cost: 'wrong access' })
      }
    })

    it('that answers with an error but does what was asked', () => {
      const driven = play(dialect, (request, next) => {
        const answer = next(request)
        return request.method === 'DELETE' ? { status: 500, headers: {} } : answer
      })
      expect(driven.divergences).toMatchObject([
        { object: 'person ingrid', attribute: 'answer', actual: 500, requirement: 'sim/answers' },
      ])
    })

    it('that refuses a create once: what was made up for is compared again', () => {
      let refused = 0
      const driven = play(dialect, (request, next) => {
        const isIngrid = request.method === 'POST' && JSON.stringify(request.body).includes('Ingrid')
        if (isIngrid && refused++ === 0) return { status: 503, headers: {} }
        return overlooking(({ path }) => path === 'active')(request, next)
      })
      expect(driven.divergences.map(({ attribute, cost }) => `${attribute}: ${cost}`)).toEqual([
        'existence: provisioning blocked',
        'active: access not revoked',
      ])
    })

    it('that lets nobody in', () => {
      const driven = play(dialect, () => ({ status: 401, headers: {} }))
      expect(driven.divergences).toMatchObject([{ object: 'connection', attribute: 'answer', actual: 401 }])
      expect(writes(driven)).toEqual([])
    })

    it('that lets nobody in any more', () => {
      let count = 0
      const driven = play(dialect, (request, next) =>
        ++count > 40 ? { status: 401, headers: {} } : next(request),
      )
      expect(driven.divergences).toMatchObject([{ object: 'connection', actual: 401 }])
    })

    it('that stores the text of a boolean', () => {
      const driven = play(dialect, (request, next) => {
        const answer = next(request)
        const active = member(answer.body, 'active')
        if (typeof active !== 'boolean' || request.method !== 'GET') return answer
        return { ...answer, body: { ...(answer.body as JsonObject), active: active ? 'True' : 'False' } }
      })
      const costs = new Set(driven.divergences.map(({ attribute, cost }) => `${attribute}: ${cost}`))
      expect(costs).toEqual(new Set(['active: cosmetic', 'active: access not revoked']))
    })

    it('that reports again what went wrong again', () => {
      const again = story(
        dialect,
        `  - hire: ola
  - join: { person: ola, group: nurses }
  - sync
  - leave: ola
  - sync
  - sync
  - return: ola
  - sync
  - leave: ola
  - sync`,
        (
          (target) => (request: ScimRequest) =>
            overlooking(({ path }) => path === 'active')(request, target)
        )(createTarget()),
      )
      expect(again.divergences.map(({ attribute }) => attribute)).toEqual(['active', 'active'])
    })

    it('that folds the case of a userName or blanks: the one is nothing, the other cosmetic', () => {
      const driven = play(dialect, (request, next) => {
        const answer = next(request)
        const body = answer.body as JsonObject | undefined
        if (request.method !== 'GET' || typeof body?.userName !== 'string') return answer
        return {
          ...answer,
          body: { ...body, userName: body.userName.toUpperCase(), title: ` ${body.title}` },
        }
      })
      expect(new Set(driven.divergences.map(({ attribute, cost }) => `${attribute} ${cost}`))).toEqual(
        new Set(['title cosmetic']),
      )
    })
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no answer', { status: 0, headers: {} }],
    ['a null body', { status: 200, headers: {}, body: null }],
    ['an array', { status: 200, headers: {}, body: [] }],
    ['text', { status: 200, headers: {}, body: '<html></html>' }],
    ['an empty object', { status: 201, headers: {}, body: {} }],
    ['a list of nothing', { status: 200, headers: {}, body: { totalResults: 0, Resources: null } }],
    ['a list of nulls', { status: 200, headers: {}, body: { totalResults: 1, Resources: [null, 1, 'x'] } }],
    ['an error', { status: 500, headers: {}, body: { status: 500 } }],
    ['a conflict', { status: 409, headers: {} }],
    ['too many requests', { status: 429, headers: { 'retry-after': '1' } }],
    ['a redirection', { status: 302, headers: { location: '/' } }],
    ['an id that is a number', { status: 200, headers: {}, body: { id: 7, Resources: [], totalResults: 0 } }],
    ['an id that is a path', { status: 201, headers: {}, body: { id: '../x', Resources: [] } }],
    ['an id that is no text', { status: 201, headers: {}, body: { id: '\ud800', Resources: [] } }],
    [
      'hostile names',
      { status: 200, headers: {}, body: JSON.parse('{"__proto__":{"id":"1"},"Resources":[]}') },
    ],
    [
      'always the same',
      { status: 200, headers: {}, body: { id: 'x', Resources: [], members: [null, 3], emails: 1 } },
    ],
    ['a bad location', { status: 201, headers: { location: 'http://x/%zz' }, body: {} }],
  ])('ends and reports something when every answer is %s', (_, response) => {
    const driven = drive(createPlay(scenario, dialect), () => response)
    expect(driven.divergences.length).toBeGreaterThan(0)
    for (const { step = 0 } of driven.divergences) expect(step).toBeLessThan(driven.steps.length)
  })

  it.each([1, 2, 3, 4, 5])('ends when answers of another kind come in between (%i)', (turn) => {
    const bad = [null, [], {}, 'text', { id: null }, { Resources: {} }, { id: '..' }]
    let count = turn
    const driven = play(dialect, (request, next) => {
      count += 1
      const good = next(request)
      if (count % (turn + 2) !== 0) return good
      return {
        status: [200, 201, 404, 500, 0, 204][count % 6] ?? 0,
        headers: {},
        body: bad[count % 7] as Json,
      }
    })
    expect(driven.steps.length).toBeGreaterThan(0)
  })

  it('never leaves what the scenario expects unjudged', () => {
    const text = `
id: expected
title: Expected
people: { kari: { userName: kari@test.kommune.example, title: Lærer } }
groups: { nurses: { displayName: Sykepleiere } }
timeline:
  - hire: kari
  - join: { person: kari, group: nurses }
  - sync
expect:
  - { person: kari, has: { title: Rektor, userName: kari@test.kommune.example } }
  - { group: nurses, lacks: kari }`
    const driven = drive(createPlay(loadScenario(text, 'x.yaml'), dialect), createTarget())
    expect(driven.divergences).toMatchObject([
      { object: 'person kari', attribute: 'title', expected: 'Rektor', actual: 'Lærer' },
      { object: 'group nurses', attribute: 'members', expected: 'lacks kari', actual: ['kari'] },
    ])
  })
})
