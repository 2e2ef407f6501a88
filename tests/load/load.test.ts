import { describe, expect, it } from 'vitest'
import { loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import type { Deviation } from '#endpoint'
import type { Verdict } from '#harness'
import { noFilter, noPatch, textsInLowerCase, throttled } from '../bench/circumstances.ts'
import { type MemoryOptions, runInMemory, SMALL_LOAD } from '../bench/in-memory.ts'
import { CAUGHT } from './caught.ts'

/** Races and load in a small form: `tests/slow/load.slow.ts` has the full one. */
const profiles = await loadProfiles('rfc')
const all = await unitsOf(profiles)
const units = { checks: all.checks.filter(({ load }) => load), rules: [], plays: [] }
const deviations = new Map((await loadDeviations()).map((one) => [one.id, one]))
const named = (...ids: string[]) => ids.map((id) => deviations.get(id) as Deviation)

/** Most of it is spent waiting for the disk and for those who work beside it. */
const PATIENCE = { timeout: 120_000 }

async function tried(options: Partial<MemoryOptions> = {}) {
  const run = await runInMemory({ units, profiles, now: () => new Date(), load: SMALL_LOAD, ...options })
  const minded = run.verdicts.filter(
    ({ outcome, findings }) => !['pass', 'not-applicable'].includes(outcome) || findings.length > 0,
  )
  return {
    ...run,
    minded: minded.map(({ id, outcome, reason, findings }) => ({ id, outcome, reason, findings })),
  }
}

describe('load checks', () => {
  it('are not applicable where nobody asked for them, and cost nothing', async () => {
    const { verdicts, exchanges } = await runInMemory({ units, profiles })
    expect(new Set(verdicts.map(({ outcome, reason }) => `${outcome}: ${reason}`))).toEqual(
      new Set(['not-applicable: asks for --load']),
    )
    expect(exchanges.filter(({ by }) => by.startsWith('load/'))).toEqual([])
  })

  it(
    'find nothing on the honest endpoint, keep to their budgets and leave nothing behind',
    PATIENCE,
    async () => {
      const { minded, verdicts, items, exchanges } = await tried()
      expect(minded).toEqual([])
      const passed = verdicts.filter(({ id, outcome }) => id.startsWith('load/') && outcome === 'pass')
      expect(passed).toHaveLength(items.filter(({ load }) => load).length)
      const gone = (status: number) =>
        exchanges.filter(
          ({ request, response }) => request.method === 'DELETE' && response?.status === status,
        )
      const made = exchanges.filter(({ response }) => response?.status === 201)
      expect(gone(204)).toHaveLength(made.length)
    },
  )

  it.concurrent.each(Object.entries(CAUGHT))('%s is seen by %s', PATIENCE, async (id, unit) => {
    const checks = units.checks.filter((check) => check.id === unit)
    const { minded } = await tried({ units: { checks, rules: [], plays: [] }, deviations: named(id) })
    expect(minded.map((one) => [one.id.replace(/\[.*/, ''), one.outcome])).toContainEqual([
      unit,
      expect.stringMatching(/^(?:fail|warn)$/),
    ])
    const broken = deviations.get(id)?.breaks ?? []
    const red = minded.flatMap(({ findings }) => findings.map(({ requirement }) => requirement as string))
    expect(red.filter((requirement) => broken.length === 0 || broken.includes(requirement))).not.toEqual([])
  })

  // Each variant alone, and with all rules, is for the slow lane.
  const legal: Readonly<Record<string, Partial<MemoryOptions>>> = {
    'takes a hundred members at a time, throttles, and shows little': {
      deviations: [
        ...named('members-a-hundred-at-a-time', 'patch-answers-204', 'version-mismatch-is-409'),
        textsInLowerCase,
      ],
      network: throttled(7),
    },
    'has neither filters nor PATCH': { deviations: [noFilter, noPatch] },
  }
  it.concurrent.each(Object.entries(legal))(
    'mind nothing where the target %s',
    PATIENCE,
    async (_, options) => {
      const { minded, verdicts } = await tried(options)
      expect(minded).toEqual([])
      expect(verdicts.some(passedUnderLoad)).toBe(true)
    },
  )
})

const passedUnderLoad = ({ id, outcome }: Verdict) => id.startsWith('load/') && outcome === 'pass'
