import { describe, expect, it } from 'vitest'
import type { ScimRequest, ScimResponse } from '#scim'
import eadm from '../dialects/eadm.ts'
import entra from '../dialects/entra.ts'
import flag from '../dialects/entra-flag.ts'
import google from '../dialects/google.ts'
import type { Driven } from '../samples/drive.ts'
import { playSmall, sent } from '../samples/small-story.ts'

const MANY = 40
const nameOf = (n: number) => `p${n}@test.kommune.example`
const keys = Array.from({ length: MANY }, (_, n) => `p${n}`)

/** Forty people who are hired before the first synchronisation. @param named other names than `p7@…` */
function play(
  dialect: typeof eadm,
  {
    named = {},
    before = keys.map((key) => `hire: ${key}`),
    later = [],
    change,
  }: {
    named?: Readonly<Record<string, string>>
    before?: readonly string[]
    later?: readonly string[]
    change?: (request: ScimRequest, answer: ScimResponse) => ScimResponse
  } = {},
): Driven {
  const people = keys.map((key, n) => `  ${key}: { userName: ${named[key] ?? nameOf(n)}, title: T${n} }`)
  const cast = ['people:', ...people].join('\n')
  return playSmall(dialect, [...before, ...later], { cast, ...(change ? { change } : {}) })
}

/** What was done, cycle by cycle, runs of the same counted: `match 16`. */
function done(driven: Driven): string[] {
  const runs: [string, number][] = []
  for (const { note } of sent(driven)) {
    const doing = String(note.doing)
    const last = runs.at(-1)
    if (doing === 'probe' || doing === 'import') continue
    if (last?.[0] === doing) last[1] += 1
    else runs.push([doing, 1])
  }
  return runs.map(([doing, count]) => `${doing} ${count}`)
}

const oneByOne = (count: number) => Array.from({ length: count }, () => ['match 1', 'create 1']).flat()

describe.each([eadm, entra, flag])('$id, where there are many', (dialect) => {
  it('looks up sixteen in a row before any of them is made, but of the first one after the other', () => {
    const driven = play(dialect)
    expect(done(driven)).toEqual([...oneByOne(16), 'match 16', 'create 16', 'match 8', 'create 8'])
    expect(driven.divergences).toEqual([])
    expect(driven.habits).toHaveProperty('several-looked-up-first')
  })

  it('says before which ones it will look up', () => {
    const steps = sent(play(dialect))
    const told = steps.filter(({ reads }) => reads && reads.length > 0)
    const lookups = steps.filter(({ note }) => note.doing === 'match').map(({ request }) => request)
    expect(told.map(({ reads }) => reads)).toEqual([lookups.slice(16, 32), lookups.slice(32)])
    expect(told.map(({ request }) => request)).toEqual([lookups[16], lookups[32]])
  })

  it('looks one up after the other was made where one may be taken for the other', () => {
    const driven = play(dialect, {
      named: { p20: 'Twin@test.kommune.example', p30: 'tWIN@test.kommune.example' },
    })
    expect(done(driven).slice(32, 34)).toEqual(['match 1', 'create 1'])
    expect(done(driven).slice(-2)).toEqual(['match 8', 'create 8'])
  })

  it('gives somebody a name that another one of them just gave up', () => {
    const late = keys.slice(30).map((key) => `hire: ${key}`)
    const driven = play(dialect, {
      named: { p30: 'new@test.kommune.example' },
      before: keys.slice(0, 30).map((key) => `hire: ${key}`),
      later: [
        'sync',
        'rename: { person: p20, to: { userName: other@test.kommune.example } }',
        ...late,
        `rename: { person: p30, to: { userName: ${nameOf(20)} } }`,
      ],
    })
    expect(driven.divergences).toEqual([])
  })

  it('takes over whom it finds', () => {
    const driven = play(dialect, { later: ['sync', 'restart'] })
    const count = (doing: string) => sent(driven).filter(({ note }) => note.doing === doing).length
    expect([count('match'), count('create'), driven.divergences]).toEqual([2 * MANY, MANY, []])
  })

  it('leaves those alone whose lookup failed, and makes the others', () => {
    const fails = (request: ScimRequest, answer: ScimResponse) =>
      request.method === 'GET' && /filter=.*p(20|25)(@|%40)/.test(request.path)
        ? { status: 500, headers: {} }
        : answer
    expect(done(play(dialect, { change: fails })).slice(32, 34)).toEqual(['match 16', 'create 14'])
  })

  it('leaves those alone who failed twice, until it is time to try again', () => {
    const refuses = ({ method, body }: ScimRequest, answer: ScimResponse) =>
      method === 'POST' && /p3[2-9]@/.test(JSON.stringify(body)) ? { status: 500, headers: {} } : answer
    const driven = play(dialect, { change: refuses, later: ['sync', 'sync'] })
    const matches = sent(driven).filter(({ note }) => note.doing === 'match')
    expect(matches).toHaveLength(MANY + 8)
  })

  it('takes nothing that was looked up before a stop for an answer to what it asks after it', () => {
    let lookups = 0
    const driven = play(dialect, {
      change: (request, answer) =>
        /filter=.*p25(@|%40)/.test(request.path) && ++lookups === 1 ? { status: 401, headers: {} } : answer,
      later: ['sync', 'wait: 3 days'],
    })
    const stopped = driven.steps.findIndex(({ status }) => status === 401)
    expect(driven.steps[stopped + 1]?.reads).toEqual(expect.any(Array))
    expect(driven.divergences).toMatchObject([{ object: 'connection', actual: 401 }])
  })

  it('asks one after the other while the network is not what it should be', () => {
    const driven = play(dialect, {
      later: ['outage: { after: 1000 }', 'sync', 'recovery'],
    })
    expect(done(driven)).toEqual(oneByOne(MANY))
  })
})

it('a provider of which it is not known asks one after the other', () => {
  const driven = play(google)
  expect(done(driven).filter((what) => what.startsWith('match'))).toEqual(keys.map(() => 'match 1'))
})
