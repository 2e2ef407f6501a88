import { describe, expect, it } from 'vitest'
import { loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import type { Deviation } from '#endpoint'
import type { Verdict } from '#harness'
import { runInMemory } from './bench/in-memory.ts'

/**
 * The two promises of the tool, over the whole of it: every defect turns something red, for a requirement that it
 * breaks; no legal variant turns anything, not even into a warning.
 */
const deviations = await loadDeviations()
const profiles = await loadProfiles('fiks-current')
const all = await unitsOf(profiles)
/** It makes a hundred people for one requirement: tried on the honest endpoint, and where a defect breaks that. */
const DEAR = { id: 'fiks-current/large-groups-are-kept', proves: 'fiks/F-58' }
const without = { ...all, checks: all.checks.filter(({ id }) => id !== DEAR.id) }
const unitsFor = ({ breaks = [] }: Deviation) => (breaks.includes(DEAR.proves) ? all : without)
const only = process.env.DEVIATION ? process.env.DEVIATION.split(',') : undefined
const wanted = deviations.filter(({ id }) => !only || only.includes(id))

describe('defects', () => {
  for (const deviation of wanted.filter(({ kind }) => kind === 'defect')) {
    // Side by side: one waits for a clock to move on while another works.
    it.concurrent(`${deviation.id}: ${deviation.title}`, async () => {
      const { verdicts } = await runInMemory({
        units: unitsFor(deviation),
        profiles,
        deviations: [deviation],
      })
      expect(errorsIn(verdicts)).toEqual([])
      const red = new Set(
        bad(verdicts).flatMap(({ findings }) => findings.map(({ requirement }) => requirement as string)),
      )
      const blocked = verdicts.filter(({ outcome }) => outcome === 'blocked').map(({ id }) => id)
      const hit = (deviation.breaks ?? []).filter((requirement) => red.has(requirement))
      expect(
        hit,
        `red: ${[...red].join(', ') || 'nothing'}; blocked: ${blocked.join(', ') || 'nothing'}`,
      ).not.toEqual([])
    })
  }
})

describe('legal variants', () => {
  for (const deviation of wanted.filter(({ kind }) => kind === 'variant')) {
    // Side by side: one waits for a clock to move on while another works.
    it.concurrent(`${deviation.id}: ${deviation.title}`, async () => {
      const { verdicts } = await runInMemory({
        units: unitsFor(deviation),
        profiles,
        deviations: [deviation],
      })
      expect(errorsIn(verdicts)).toEqual([])
      const minded = verdicts.filter(
        ({ outcome, findings }) => !['pass', 'not-applicable'].includes(outcome) || findings.length > 0,
      )
      expect(minded.map(({ id, outcome, reason, findings }) => ({ id, outcome, reason, findings }))).toEqual(
        [],
      )
    })
  }
})

function bad(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
}

function errorsIn(verdicts: readonly Verdict[]): string[] {
  return verdicts.filter(({ outcome }) => outcome === 'error').map(({ id, reason }) => `${id}: ${reason}`)
}
