import { describe, expect, it } from 'vitest'
import { loadScenario, ScenarioError } from './index.ts'
import { scenarioFor } from './run.ts'

const GOOD = `id: small
title: A small story
people:
  kari: { userName: kari@test.kommune.example, nationalId: synthetic }
  ola: { userName: ola@test.kommune.example, emails: [{ value: o@x.example, type: home }] }
groups:
  nurses: { displayName: Sykepleiere }
timeline:
  - hire: kari
  - hire: ola
  - join: { person: kari, group: nurses }
  - rename: { person: kari, to: { displayName: Kari, title: null } }
  - rename: { group: nurses, to: { displayName: Pleiere } }
  - manager: { person: kari, is: ola }
  - manager: { person: kari }
  - quit: { person: kari, group: nurses }
  - leave: ola
  - return: ola
  - remove: ola
  - remove: { group: nurses }
  - sync
expect:
  - { person: kari, has: { active: true, displayName: Kari } }
  - { group: nurses, gone: true }
`

function problemIn(text: string): ScenarioError {
  try {
    loadScenario(text, 'story.yaml')
  } catch (error) {
    if (error instanceof ScenarioError) return error
    throw error
  }
  throw new Error('expected a ScenarioError')
}

describe('a scenario', () => {
  it('is read whole', () => {
    const { id, title, people, timeline, expect: wanted } = loadScenario(GOOD, 'story.yaml')
    expect([id, title, people.size, timeline.length, wanted.length]).toEqual([
      'small',
      'A small story',
      2,
      13,
      2,
    ])
    expect(people.get('ola')).toEqual({ userName: 'ola@test.kommune.example', 'emails.home': 'o@x.example' })
    expect(timeline[3]).toEqual({ kind: 'rename', person: 'kari', to: { displayName: 'Kari', title: null } })
    expect(timeline[6]).toEqual({ kind: 'manager', person: 'kari' })
    expect(timeline[11]).toEqual({ kind: 'dissolve', group: 'nurses' })
  })

  it('carries the tag in what must be unique, and a number of its own for everybody', () => {
    const run = { tag: 'st-abc', seed: 'x' }
    const { people, groups, timeline } = scenarioFor(loadScenario(GOOD, 'story.yaml'), run)
    expect(people.get('kari')).toMatchObject({
      userName: 'st-abc-kari@test.kommune.example',
      externalId: 'st-abc-kari',
      nationalId: expect.stringMatching(/^\d{2}[89]\d{8}$/),
    })
    expect(people.get('ola')?.['emails.home']).toBe('st-abc-o@x.example')
    expect(groups.get('nurses')).toEqual({ displayName: 'st-abc Sykepleiere', externalId: 'st-abc-nurses' })
    expect([...timeline][4]).toMatchObject({ displayName: 'st-abc Pleiere' })
  })

  it.each([
    [
      'an unknown key',
      'groups:',
      'gruops:',
      7 - 1,
      1,
      'unknown key "gruops" in a scenario; did you mean "groups"?',
    ],
    ['an unknown attribute', 'nationalId', 'nationalID', 4, 48, 'did you mean "nationalId"?'],
    ['an unknown event', '- hire: kari', '- hier: kari', 9, 5, 'found "hier"; did you mean "hire"?'],
    ['an unknown person', 'leave: ola', 'leave: olaf', 17, 12, 'did you mean "ola"?'],
    ['somebody not hired', '  - hire: ola\n', '', 13, 5, '"ola" has not been hired yet'],
    ['somebody hired twice', '- hire: ola', '- hire: kari', 10, 5, '"kari" is already at work'],
    ['a missing synchronisation', '  - sync\n', '', 9, 3, 'does not end with a synchronisation'],
    ['a number written out', 'synthetic', '"09817742235"', 4, 61, 'looks like an identity number'],
    [
      'a number without quotes',
      'displayName: Kari,',
      'displayName: 12,',
      12,
      48,
      'found 12; put quotes around it',
    ],
    [
      'a list for a person',
      '{ userName: kari@test.kommune.example, nationalId: synthetic }',
      '[a]',
      4,
      9,
      'found a list',
    ],
    ['a person without a name', 'userName: ola@test.kommune.example, ', '', 5, 8, 'has no userName'],
    ['bad YAML', 'people:', 'people: [', 5, 3, 'not usable as YAML'],
    ['a key twice', '  ola: {', '  kari: {', 5, 3, 'not usable as YAML'],
    ['a strange key', '  nurses: {', '  __proto__: {', 7, 3, 'expected a key in groups of small letters'],
    [
      'a second membership',
      '- manager: { person: kari }',
      '- join: { person: kari, group: nurses }',
      15,
      5,
      'already',
    ],
    [
      'a quitter who is no member',
      '  - join: { person: kari, group: nurses }\n',
      '',
      15,
      5,
      '"kari" is not in group "nurses" at this time',
    ],
    [
      'two events in one line',
      '- leave: ola',
      '- { leave: ola, hire: ola }',
      17,
      19,
      'a second event "hire"',
    ],
    ['an alias', '[{ value: o@x.example, type: home }]', '*x', 5, 54, 'found an alias'],
    [
      'an empty expectation',
      'has: { active: true, displayName: Kari }',
      'lacks: kari',
      23,
      28,
      '"lacks" is for groups',
    ],
    [
      'an event without its parts',
      'quit: { person: kari, group: nurses }',
      'quit: { person: kari }',
      16,
      11,
      'quit has no "group"',
    ],
  ])('says of %s where it is and what to do', (_, from, to, line, column, message) => {
    const problem = problemIn(GOOD.replace(from, to))
    expect(problem.message).toContain(message)
    expect(problem.message).toContain(`story.yaml:${problem.line}:${problem.column}: `)
    expect([problem.line, problem.column]).toEqual([line, column])
  })

  it('knows what happens to provider, network and target', () => {
    const lines = [
      'wait: 12 hours',
      'wait: 30 days',
      'outage: { after: 12, status: 0 }',
      'outage: {}',
      'recovery',
      'throttle: { after: 3, requests: 2, retryAfter: 30 }',
      'throttle: {}',
      'lost answer: kari',
      'lost answer: nurses',
      'vanish: ola',
      'drift: { group: nurses, without: kari }',
      'restart',
      'approve',
    ]
    const text = GOOD.replace('  - rename: { person: kari', `${lines.map((l) => `  - ${l}\n`).join('')}$&`)
    const { timeline } = loadScenario(text, 'story.yaml')
    expect(timeline.slice(3, 3 + lines.length)).toEqual([
      { kind: 'wait', hours: 12 },
      { kind: 'wait', hours: 720 },
      { kind: 'outage', after: 12, status: 0 },
      { kind: 'outage', after: 0, status: 503 },
      { kind: 'recovery' },
      { kind: 'throttle', after: 3, requests: 2, retryAfter: 30 },
      { kind: 'throttle', after: 0, requests: 1 },
      { kind: 'lost answer', object: 'person kari' },
      { kind: 'lost answer', object: 'group nurses' },
      { kind: 'vanish', object: 'person ola' },
      { kind: 'drift', group: 'nurses', without: 'kari' },
      { kind: 'restart' },
      { kind: 'approve' },
    ])
  })

  it('knows what was there before, what an administrator has set, and whom it is for', () => {
    const more = `dialects: [entra, entra-flag]
provider: { matchUsers: [externalId, userName], accidentalDeletions: 2, skipOutOfScope: true, throttled: wait, leavers: delete, interval: 1 }
existing:
  - { like: kari, but: { title: null }, active: false }
  - { like: nurses, but: { displayName: Pleiere } }
`
    const { dialects, policy, existing } = loadScenario(
      GOOD.replace('people:', `${more}people:`),
      'story.yaml',
    )
    expect(dialects).toEqual(['entra', 'entra-flag'])
    expect(policy).toEqual({
      matchUsers: ['externalId', 'userName'],
      accidentalDeletions: 2,
      skipOutOfScope: true,
      throttled: 'wait',
      leavers: 'delete',
      interval: 1,
    })
    expect(existing).toEqual([
      { kind: 'person', like: 'kari', but: { title: null }, active: false },
      { kind: 'group', like: 'nurses', displayName: 'Pleiere' },
    ])
  })

  it.each([
    ['a time without a unit', 'wait: "12"', 'expected a time as "12 hours" or "30 days"'],
    ['a trouble alone that needs a name', 'vanish', '"vanish" needs to know whom'],
    ['a name for what stands alone', 'restart: kari', '"restart" stands alone'],
    ['somebody unknown who vanishes', 'vanish: olaf', 'did you mean "ola"?'],
    ['a drift without a person', 'drift: { group: nurses }', 'drift has no "without"'],
    ['an outage below zero', 'outage: { after: -1 }', 'expected after as a number'],
    ['a strange part of an outage', 'outage: { until: 3 }', 'unknown key "until" in outage'],
  ])('says of %s what is wrong', (_, line, message) => {
    expect(problemIn(GOOD.replace('  - sync\n', `  - ${line}\n  - sync\n`)).message).toContain(message)
  })

  it.each([
    ['a word that is no setting', '{ throttled: sometimes }', 'expected throttled, found "sometimes"'],
    ['an attribute that nobody has', '{ matchUsers: [name] }', 'expected an attribute, found "name"'],
    ['a setting that nobody knows', '{ matchUser: [userName] }', 'did you mean "matchUsers"?'],
  ])('says of %s what is wrong', (_, provider, message) => {
    expect(problemIn(GOOD.replace('people:', `provider: ${provider}\npeople:`)).message).toContain(message)
  })

  it.each(['', 'a', '- a', '{}', 'id: x\ntitle: y\npeople: 3\ntimeline: [sync]', ': : :', '\u0000'])(
    'is refused with a position when it is %j',
    (text) => {
      expect(problemIn(text).line).toBeGreaterThan(0)
    },
  )
})
