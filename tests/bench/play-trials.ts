import { afterAll, describe, expect, it } from 'vitest'
import { loadDialects, loadProfiles, readScenario, scenarioNames } from '#bin/load'
import { createPlay, type Dialect, isFor, type Scenario } from '#simulator'
import { runInMemory } from './in-memory.ts'

const rfc = await loadProfiles('rfc')
/** A target for stories about identity numbers has the schema for them. */
const fiks = await loadProfiles('fiks-current')

export const dialects = await loadDialects()
export const scenarios = scenarioNames().map((name) => ({ name, scenario: readScenario(name) }))

const hasNumbers = ({ people }: Scenario) => [...people.values()].some(({ nationalId }) => nationalId)

/**
 * Plays end up equal on the reference endpoint, having sent and compared something.
 *
 * @param tried those of the dialects that a story is for which play it; `place` is that of the story among all
 */
export function describePlays(tried: (own: readonly Dialect[], place: number) => readonly Dialect[]): void {
  let plays = 0
  let equal = 0

  const playing = scenarios.map(({ scenario }, place) =>
    tried(
      dialects.filter((dialect) => isFor(scenario, dialect)),
      place,
    ),
  )

  it('every story is played, and every dialect plays', () => {
    expect(playing.filter((some) => some.length === 0)).toEqual([])
    expect(new Set(playing.flat())).toEqual(new Set(dialects))
  })

  describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))('%s', (_, dialect) => {
    const own = scenarios.filter((_, place) => playing[place]?.includes(dialect))
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
      const { findings, reason } = verdict ?? {}
      expect({ findings, reason }).toEqual({ findings: [], reason: undefined })
      expect(verdict?.outcome).toBe('pass')
      expect(verdict?.claims['sim/converges']).toBeGreaterThan(0)
      equal++
    })
  })

  afterAll(() => {
    console.log(`plays that end up equal: ${equal} of ${plays}`)
  })
}
