import { describe, expect, it } from 'vitest'
import { member } from '#scim'
import eadm from '../dialects/eadm.ts'
import entra from '../dialects/entra.ts'
import flag from '../dialects/entra-flag.ts'
import google from '../dialects/google.ts'
import okta from '../dialects/okta.ts'
import { type Dialect, loadScenario, ScenarioError } from '../index.ts'
import { type Driven, writes } from '../samples/drive.ts'
import { lines, playSmall, sent } from '../samples/small-story.ts'
import { passes, type ScopingFilter } from '../scope.ts'

const CAST = `
people:
  kari: { userName: kari@test.kommune.example, name: { givenName: Kari, familyName: Nordmann }, emails: [kari@test.kommune.example], enterprise: { department: Helse } }
  ola: { userName: ola@test.kommune.example, name: { givenName: Ola, familyName: Hansen }, emails: [ola@test.kommune.example], enterprise: { department: Teknisk } }
groups:
  a: { displayName: A }
  b: { displayName: B }
`
const HEALTH = 'provider: { scope: [{ enterprise.department: Helse }] }'
const HIRED = ['hire: kari', 'hire: ola']
const MOVED = 'rename: { person: kari, to: { enterprise: { department: Teknisk } } }'

const play = (dialect: Dialect, timeline: readonly string[], settings = HEALTH) =>
  playSmall(dialect, timeline, { cast: CAST, settings })

const about = (driven: Driven, object: string) => sent(driven).filter(({ note }) => note.object === object)

describe('a scoping filter', () => {
  const clause = (must: ScopingFilter[number]['must'], text = '') =>
    [{ attribute: 'title', must, text }] as const
  it.each([
    ['equals', clause('equal', 'Lærer'), [true, false, false, false]],
    ['differs', clause('differ', 'Lærer'), [false, true, true, false]],
    ['is empty', clause('be empty'), [false, false, false, true]],
    ['is filled', clause('be filled'), [true, true, true, false]],
  ] as const)('%s, to the letter, and what is empty is neither', (_, filter, expected) => {
    const titles = ['Lærer', 'lærer', 'Rektor', undefined]
    const attributes = titles.map((title) => ({ userName: 'x', ...(title ? { title } : {}) }))
    expect(attributes.map((each) => passes(each, [filter]))).toEqual(expected)
  })

  it('lets in who passes all of one filter, and everybody where there is none', () => {
    const teacher = { title: 'Lærer', userType: 'Fast' }
    const temporary = { title: 'Lærer', userType: 'Vikar' }
    const both: ScopingFilter = [
      { attribute: 'title', must: 'equal', text: 'Lærer' },
      { attribute: 'userType', must: 'differ', text: 'Vikar' },
    ]
    const never: ScopingFilter = [{ attribute: 'title', must: 'equal', text: 'Rektor' }]
    expect([passes(teacher, [never, both]), passes(temporary, [never, both])]).toEqual([true, false])
    expect([passes(temporary, []), passes(temporary, undefined)]).toEqual([true, true])
  })
})

describe.each([entra, flag, okta, eadm, google])('scope in $id', (dialect) => {
  it('nothing is sent about who never was in it', () => {
    const driven = play(dialect, [...HIRED, 'join: { person: ola, group: a }'])
    expect(about(driven, 'person ola')).toEqual([])
    expect(driven.divergences).toEqual([])
    expect(Object.keys(driven.habits)).toContain(dialect.scoping)
  })

  it('who comes into it is made, and who falls out of it loses access', () => {
    const driven = play(dialect, [
      ...HIRED,
      'sync',
      MOVED,
      'rename: { person: ola, to: { enterprise: { department: Helse } } }',
    ])
    expect(driven.divergences).toEqual([])
    expect(lines(about(driven, 'person ola')).some((line) => line.startsWith('POST'))).toBe(true)
    const last = JSON.stringify(about(driven, 'person kari').at(-1)?.request)
    expect(last).toMatch(/"DELETE"|"active"[^}]*(?:false|False)/)
  })

  it('is written in no habit where nobody has set any', () => {
    const driven = play(dialect, HIRED, '')
    expect(writes(driven).length).toBeGreaterThan(1)
    if (dialect.scoping !== 'deleted-at-once')
      expect(Object.keys(driven.habits)).not.toContain(dialect.scoping)
  })
})

describe.each([entra, flag])('$id', (dialect) => {
  it('leaves alone who falls out of scope, where it is to skip', () => {
    const skipping = 'provider: { skipOutOfScope: true, scope: [{ enterprise.department: Helse }] }'
    const driven = play(dialect, [...HIRED, 'sync', MOVED], skipping)
    expect(about(driven, 'person kari').filter(({ note }) => note.doing === 'update')).toEqual([])
    expect(driven.divergences).toEqual([])
  })

  it('begins anew when the filter is changed: everybody linked is looked at once more', () => {
    const driven = play(dialect, [
      ...HIRED,
      'sync',
      'mapping: { scope: [{ enterprise.department: Helse }, { enterprise.department: Teknisk }] }',
    ])
    expect(lines(about(driven, 'person kari')).at(-1)).toMatch(/^GET \/Users\/id-\d+$/)
    expect(lines(about(driven, 'person ola')).map((line) => line.split(' ', 1)[0])).toEqual(['GET', 'POST'])
    expect(driven.divergences).toEqual([])
  })

  it('switches off who is in no assigned group any more, and takes nobody from other groups', () => {
    const driven = play(
      dialect,
      [
        ...HIRED,
        'join: { person: kari, group: a }',
        'join: { person: ola, group: b }',
        'sync',
        'quit: { person: kari, group: a }',
      ],
      'provider: { assignedGroups: [a] }',
    )
    expect([...about(driven, 'person ola'), ...about(driven, 'group b')]).toEqual([])
    expect(JSON.stringify(about(driven, 'person kari').at(-1)?.request)).toMatch(/"active".*(?:false|False)/)
    expect(driven.divergences).toEqual([])
  })
})

it('what others make of another filter is not known, and said', () => {
  const driven = play(eadm, [...HIRED, 'sync', 'mapping: { scope: [] }'])
  expect(driven.timeline.some((entry) => /not known/.test(String(member(entry, 'problem'))))).toBe(true)
})

describe('what cannot be read', () => {
  const text = (provider: string, line = 'sync') => `id: small
title: Small
people:
  kari: { userName: kari@test.kommune.example }
groups:
  a: { displayName: A }
  b: { displayName: B }
provider: { ${provider} }
timeline:
  - hire: kari
  - ${line}
  - sync
`
  it.each([
    ['scope: [{ departement: Helse }]', 8, 23, /did you mean "enterprise\.department"|possible: /],
    ['scope: [{ userName: kari }]', 8, 23, /possible: /],
    ['scope: [{ nationalId: synthetic }]', 8, 23, /possible: /],
    ['scope: [{}]', 8, 21, /without a condition/],
    ['scope: [{ title: { like: x } }]', 8, 32, /unknown key "like" in a condition/],
    ['scope: [{ title: { not: x, empty: true } }]', 8, 30, /a condition is a text/],
    ['scope: [{ title: 3 }]', 8, 30, /as text/],
    ['assignedGroups: [c]', 8, 30, /found "c"/],
  ])('%s', (provider, line, column, why) => {
    let problem: unknown
    try {
      loadScenario(text(provider), 'story.yaml')
    } catch (error) {
      problem = error
    }
    expect(problem).toBeInstanceOf(ScenarioError)
    expect(problem).toMatchObject({ line, column, message: expect.stringMatching(why) })
  })

  it.each([
    ['nest: { group: a, in: a }', /cannot be a member of itself/],
    ['nest: { group: c, in: a }', /found "c"/],
    ['nest: { group: a }', /nest has no "in"/],
    ['unnest: { group: a, from: b }', /is not in group "b" at this time/],
    ['nest: { group: kari, in: a }', /found "kari"/],
  ])('%s', (line, why) => {
    expect(() => loadScenario(text('interval: 1', line), 'story.yaml')).toThrow(why)
    expect(() => loadScenario(text('interval: 1', line), 'story.yaml')).toThrow(/story\.yaml:11:/)
  })

  it('the same group twice in another, or one that is no more', () => {
    const nest = 'nest: { group: a, in: b }'
    const again = (line: string) => text('interval: 1', `${nest}\n  - ${line}`)
    expect(() => loadScenario(again(nest), 'story.yaml')).toThrow(/is in group "b" already/)
    const gone = `remove: { group: a }\n  - unnest: { group: a, from: b }`
    expect(() => loadScenario(again(gone), 'story.yaml')).toThrow(/has been removed by now/)
    expect(loadScenario(again('unnest: { group: a, from: b }'), 'story.yaml').timeline).toHaveLength(4)
  })
})
