import { describe, expect, it } from 'vitest'
import { builtInProfiles, type LoadedProfile, loadDeviations, loadProfiles, unitsOf } from '#bin/load'
import { barOf } from '#bin/run/bench'
import type { Check, Rule, Seen } from '#check'
import { judgeCheck, judgeRule, type Units, type Verdict } from '#harness'
import type { Exchange } from '#scim'
import { noOptionalFeatures } from './bench/circumstances.ts'
import { devices } from './bench/devices.ts'
import { judgedBy, type MemoryRun, runInMemory, SMALL_LOAD } from './bench/in-memory.ts'

/**
 * A check that cannot fail is worse than none: each must pass on the honest endpoint with claims made, and each must be
 * red on its counterexample, for every requirement that it claims to prove.
 * `ONLY=patch/` narrows it while writing checks.
 */
const only = process.env.ONLY ? process.env.ONLY.split(',') : []

for (const id of builtInProfiles()) {
  const profiles = await loadProfiles(id)
  const units = await unitsOf(profiles)
  // The suites are tried once, with the profile they belong to; other profiles bring their own units only.
  const own =
    id === 'rfc'
      ? units
      : {
          ...units,
          checks: units.checks.filter((c) => c.id.startsWith(`${id}/`)),
          rules: units.rules.filter((rule) => rule.id.startsWith(`${id}/`)),
          plays: units.plays,
        }
  const run = await runInMemory({ units: own, profiles, only, load: SMALL_LOAD })
  const elsewhere = await elsewhereTried(run, own, profiles)

  // Narrowed by ONLY, a profile may have nothing to try.
  if (run.items.length === 0) continue

  // The same requests are sent: only who judges is stricter.
  const strict = judgedBy(barOf(profiles, true), run, own)

  it(`profile ${id}: --strict finds nothing on the honest endpoint either`, () => {
    expect(
      strict.filter(({ findings }) => findings.length > 0).map(({ id, findings }) => ({ id, findings })),
    ).toEqual([])
  })

  describe(`profile ${id} on the honest endpoint`, () => {
    for (const verdict of run.verdicts) {
      it(`${verdict.id} passes`, () => expect(shown(verdict)).toEqual({ outcome: expectedOutcome(verdict) }))
    }
  })

  describe.skipIf(elsewhere.items.length === 0)(
    `profile ${id}: what does not apply there, where it does`,
    () => {
      for (const verdict of elsewhere.verdicts.filter(({ kind }) => kind === 'check')) {
        it(`${verdict.id} passes`, () => expect(shown(verdict)).toEqual({ outcome: 'pass' }))
        it(`${verdict.id} is red on its counterexample`, () => {
          const check = own.checks.find((one) => one.id === baseId(verdict.id)) as Check
          expect(stillGreen(check, verdict.id, elsewhere)).toEqual([])
        })
      }
    },
  )

  describe(`profile ${id}: counterexamples`, () => {
    for (const item of run.items.filter(({ skip, kind }) => !skip && kind === 'check')) {
      it(`${item.id} is red on its counterexample`, () => {
        const check = own.checks.find((one) => one.id === item.unit) as Check
        expect(stillGreen(check, item.id, run)).toEqual([])
      })
    }
    for (const rule of own.rules.filter((one) => run.items.some(({ unit }) => unit === one.id))) {
      it(`${rule.id} is red on its counterexample`, () => expect(ruleStillGreen(rule, run)).toEqual([]))
    }
  })
}

/** Checks of what an endpoint lacks need one that lacks it; the rest of what does not apply needs other schemas. */
async function elsewhereTried(run: MemoryRun, units: Units, profiles: readonly LoadedProfile[]) {
  const idle = run.verdicts.filter(({ outcome, kind }) => outcome === 'not-applicable' && kind === 'check')
  const ids = [...new Set(idle.map(({ id }) => baseId(id)))]
  const checks = units.checks.filter((check) => ids.includes(check.id))
  const unique = (await loadDeviations()).filter(({ id }) => id === 'discovery-user-name-is-globally-unique')
  const deviations = [noOptionalFeatures, ...unique]
  return runInMemory({ units: { checks, rules: [], plays: [] }, profiles, deviations, types: devices })
}

function baseId(id: string): string {
  return id.replace(/\[.*\]$/, '')
}

/** Not applicable is right only where the reason is the target's, which the report shows. */
function expectedOutcome({ outcome }: Verdict): string {
  return outcome === 'not-applicable' ? 'not-applicable' : 'pass'
}

function shown({ outcome, findings, reason }: Verdict) {
  return outcome === 'pass' || outcome === 'not-applicable'
    ? findings.length > 0
      ? { outcome, findings }
      : { outcome }
    : { outcome, findings, reason }
}

/** Requirements on which the judge stays green although the answer is wrong. */
function stillGreen(check: Check, id: string, { bench, executed, items, exchanges }: MemoryRun): string[] {
  const item = items.find((one) => one.id === id)
  const record = executed.get(id)?.record
  if (!item || !record || !('seen' in record)) return ['the check did not run to its end']
  const find = (one: string) => exchanges.find((exchange) => exchange.id === one) as Exchange
  const seen = Object.fromEntries(
    Object.entries(record.seen).map(([name, ids]) => [
      name,
      typeof ids === 'string' ? find(ids) : ids.map(find),
    ]),
  ) as Seen
  const wrong = [check.counterexample(seen, { facts: bench.facts, of: item.of })].flat() as Seen[]
  const red = new Set(
    wrong.flatMap((one) => {
      const { outcome, findings, reason } = judgeCheck(check, id, item.of, one, bench)
      if (outcome === 'error') throw new Error(`the judge fails on its counterexample: ${reason}`)
      return findings.map((finding) => finding.requirement as string)
    }),
  )
  return check.proves.filter((requirement) => !red.has(requirement))
}

function ruleStillGreen(rule: Rule, { bench, exchanges }: MemoryRun): string[] {
  const proves = new Set<string>(rule.proves)
  for (const exchange of exchanges) {
    if (proves.size === 0) break
    if (judgeRule(rule, [exchange], bench).outcome === 'not-applicable') continue
    for (const wrong of [rule.counterexample(exchange, bench.facts)].flat()) {
      const { outcome, findings, reason } = judgeRule(rule, [wrong], bench)
      if (outcome === 'error') throw new Error(`the judge fails on its counterexample: ${reason}`)
      for (const finding of findings) proves.delete(finding.requirement)
    }
  }
  return [...proves]
}
