import { OUTCOMES, type Outcome, type Verdict, worst } from '#harness'
import type { Json } from '#scim'
import { canonicalJson, sha256 } from './canonical.ts'
import type { NotTested, ResultItem, Results, TestOutcome } from './record.ts'
import type { TestedRun } from './run.ts'

/** What the profile asks of a target. */
export interface Asked {
  readonly level: string
  /** Our paraphrase. */
  readonly text: string
  /** The same in bokmål, where a profile has it. */
  readonly nb?: string
  /** Whether any test of the harness can show it. */
  readonly checked: boolean
}

export interface Yardstick {
  readonly requirements: ReadonlyMap<string, Asked>
  /** Requirements that the profile gives up, with its reasons. */
  readonly waived: ReadonlyMap<string, string>
}

/** The claims of one test of one run about one requirement. */
interface Contribution {
  readonly run: string
  readonly test: string
  readonly result: ResultItem['result']
  readonly claims: number
  readonly exchanges: Json
}

const WORST = ['fail', 'warn', 'pass'] as const

export function resultsOf(runs: readonly TestedRun[], yardstick: Yardstick): Results {
  const contributions = contributionsOf(runs)
  const items = [...contributions].map(([id, all]) => itemOf(id, all, yardstick))
  const tested = new Set(items.map(({ requirement }) => requirement))
  const asked = new Set([...yardstick.requirements.keys(), ...runs.flatMap(namedIn)])
  const notTested = [...asked]
    .filter((id) => !tested.has(id))
    .map((id) => notTestedOf(id, runs, yardstick))
    .sort((a, b) => order(a.requirement, b.requirement))
  return {
    summary: summaryOf(testsOf(runs)),
    items: items.sort((a, b) => order(a.requirement, b.requirement)),
    notTested,
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function namedIn({ verdicts }: TestedRun): string[] {
  return verdicts.flatMap(({ requirements }) => [...requirements])
}

/** Every test once, with the worst that any run gave it. */
export function testsOf(runs: readonly TestedRun[]): TestOutcome[] {
  const found = new Map<string, TestOutcome>()
  for (const { id, kind, outcome } of runs.flatMap(({ verdicts }) => verdicts)) {
    const before = found.get(id)
    found.set(id, { id, kind, outcome: before ? worst([before.outcome, outcome]) : outcome })
  }
  return [...found.values()].sort((a, b) => order(a.id, b.id))
}

function summaryOf(tests: readonly TestOutcome[]): Record<Outcome, number> {
  const count = (outcome: Outcome) => tests.filter((one) => one.outcome === outcome).length
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>
}

function contributionsOf(runs: readonly TestedRun[]): Map<string, Contribution[]> {
  const found = new Map<string, Contribution[]>()
  for (const run of runs) {
    // A waived requirement is judged to no effect: its claims are no test of it.
    const waived = new Set(run.info.profile.waived.map(bare))
    for (const verdict of run.verdicts) {
      for (const [id, one] of claimsOf(verdict, run)) {
        if (!waived.has(id)) found.set(id, [...(found.get(id) ?? []), one])
      }
    }
  }
  return found
}

/** Older records have the reason behind the id. */
function bare(waived: string): string {
  return waived.split(':')[0] ?? waived
}

function claimsOf(verdict: Verdict, run: TestedRun): [string, Contribution][] {
  const { id: test, claims, findings, exchanges } = verdict
  const ids = new Set([...Object.keys(claims), ...findings.map(({ requirement }) => requirement)])
  return [...ids]
    .map((id): [string, Contribution] => {
      const found = findings.filter(({ requirement }) => requirement === id)
      const result = WORST.find((one) => found.some(({ severity }) => severity === one)) ?? 'pass'
      const cited = new Set([
        ...exchanges,
        ...found.flatMap(({ exchange }) => (exchange === undefined ? [] : [exchange])),
      ])
      const shown = [...cited].map((one) => [one, run.hashes.get(one) ?? null])
      return [id, { run: run.info.run, test, result, claims: claims[id] ?? found.length, exchanges: shown }]
    })
    .filter(([, { claims: made, result }]) => made > 0 || result !== 'pass')
}

function itemOf(requirement: string, all: readonly Contribution[], { requirements }: Yardstick): ResultItem {
  return {
    requirement,
    level: requirements.get(requirement)?.level ?? '',
    result: WORST.find((one) => all.some(({ result }) => result === one)) ?? 'pass',
    tests: [...new Set(all.map(({ test }) => test))].sort(order),
    claims: all.reduce((sum, { claims }) => sum + claims, 0),
    evidence: sha256(canonicalJson(all as unknown as Json)),
  }
}

const UNTRIED = ['error', 'blocked', 'not-applicable'] as const

function notTestedOf(requirement: string, runs: readonly TestedRun[], yardstick: Yardstick): NotTested {
  const why = yardstick.waived.get(requirement)
  const waived = runs.some(({ info }) => info.profile.waived.map(bare).includes(requirement))
  if (waived) return { requirement, kind: 'waived', reason: why ?? '' }
  const about = runs
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ requirements }) => (requirements as readonly string[]).includes(requirement))
  for (const kind of UNTRIED) {
    const one = about.find(({ outcome }) => outcome === kind)
    if (one) return { requirement, kind, reason: shortened(one.reason ?? '') }
  }
  if (about.length > 0) return { requirement, kind: 'not-applicable', reason: '' }
  const kind = yardstick.requirements.get(requirement)?.checked === false ? 'no-check' : 'unselected'
  return { requirement, kind, reason: '' }
}

const LONGEST_REASON = 200

/** A reason may repeat what the target said; so much of it tells why. */
export function shortened(reason: string): string {
  return reason.length <= LONGEST_REASON ? reason : `${reason.slice(0, LONGEST_REASON - 1)}…`
}
