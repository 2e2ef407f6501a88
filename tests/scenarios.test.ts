import { afterAll, describe, expect, it } from 'vitest'
import { loadDialects, loadProfiles, readScenario, scenarioNames } from '#bin/load'
import { createPlay, isFor } from '#simulator'
import { runInMemory } from './bench/in-memory.ts'

/** Every dialect × every scenario ends up equal on the reference endpoint, having sent and compared something. */
const profiles = await loadProfiles('rfc')
const dialects = await loadDialects()
const scenarios = scenarioNames().map((name) => ({ name, scenario: readScenario(name) }))
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
      profiles,
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

afterAll(() => {
  console.log(`plays that end up equal: ${equal} of ${plays}`)
})
