import { afterAll, describe, expect, it } from 'vitest'
import { loadDialects, loadProfiles, readScenario, scenarioNames } from '#bin/load'
import { createPlay, isFor, type Scenario } from '#simulator'
import { drive } from '../simulator/samples/drive.ts'
import { createTarget } from '../simulator/samples/target.ts'
import { runInMemory } from './bench/in-memory.ts'

/** Every dialect × every scenario ends up equal on the reference endpoint, having sent and compared something. */
const rfc = await loadProfiles('rfc')
/** A target for stories about identity numbers has the schema for them. */
const fiks = await loadProfiles('fiks-current')
const dialects = await loadDialects()
const scenarios = scenarioNames().map((name) => ({ name, scenario: readScenario(name) }))
const hasNumbers = ({ people }: Scenario) => [...people.values()].some(({ nationalId }) => nationalId)
let plays = 0
let equal = 0

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))('%s', (_, dialect) => {
  const own = scenarios.filter(({ scenario }) => isFor(scenario, dialect))
  it.each(own.map(({ name, scenario }) => [name, scenario] as const))('%s', async (name, scenario) => {
    plays++
    expect(scenario.id).toBe(name)
    const play = createPlay(scenario, dialect)
    const { verdicts, exchanges } = await runInMemory({
      units: { checks: [], rules: [], plays: [play] },
      profiles: hasNumbers(scenario) ? fiks : rfc,
    })
    const [verdict] = verdicts
    expect(exchanges.length).toBeGreaterThan(0)
    expect({ findings: verdict?.findings, reason: verdict?.reason }).toEqual({
      findings: [],
      reason: undefined,
    })
    expect(verdict?.outcome).toBe('pass')
    expect(verdict?.claims['sim/converges']).toBeGreaterThan(0)
    equal++
  })
})

type Expectation = Scenario['expect'][number]

/** A number is the run's own, whatever a story says; that there is none is another matter. */
const not = (name: string) => (name === 'nationalId' ? null : 'other')

/** What must not be true if the expectation is: one for each thing that it says. That a group is gone has none. */
function oppositesOf(expectation: Expectation): Expectation[] {
  if (expectation.kind === 'gone') {
    const { of, key } = expectation
    return of === 'person' ? [{ kind: 'attributes', person: key, attributes: {}, active: true }] : []
  }
  if (expectation.kind === 'members') {
    const { group, has, lacks } = expectation
    const members = { kind: 'members', group, has: [], lacks: [] } as const
    return [
      ...has.map((key) => ({ ...members, lacks: [key] })),
      ...lacks.map((key) => ({ ...members, has: [key] })),
    ]
  }
  const { person, attributes, active } = expectation
  const names = Object.keys(attributes) as (keyof typeof attributes)[]
  return [
    ...names.map((name) => ({ kind: 'attributes', person, attributes: { [name]: not(name) } }) as const),
    ...(active === undefined
      ? []
      : [{ kind: 'attributes', person, attributes: {}, active: !active } as const]),
  ]
}

describe('whatever a story expects can fail', () => {
  it.each(scenarios.map(({ name, scenario }) => [name, scenario] as const))('%s', (_, scenario) => {
    expect(scenario.expect.length).toBeGreaterThan(0)
    // Not every dialect conveys everything; in one at least it has to show. This one conveys most.
    const own = dialects
      .filter((dialect) => isFor(scenario, dialect))
      .sort((a, b) => Number(b.id === 'entra') - Number(a.id === 'entra'))
    const isSeen = (opposite: Expectation) =>
      own.some((dialect) => {
        const play = createPlay({ ...scenario, expect: [opposite] }, dialect)
        return drive(play, createTarget()).divergences.length > 0
      })
    const unseen = scenario.expect.flatMap(oppositesOf).filter((opposite) => !isSeen(opposite))
    expect(own.length > 0 ? unseen : []).toEqual([])
  })
})

afterAll(() => {
  console.log(`plays that end up equal: ${equal} of ${plays}`)
})
