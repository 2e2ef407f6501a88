import { type FailOn, isRed, type Selection } from './baseline.ts'
import { selected } from './plan.ts'
import { inShard } from './shard.ts'
import { type Finding, OUTCOMES, type Outcome, type Verdict } from './verdict.ts'

/** How one item stands in two runs: `red` turned red, `worse` was so already and is more so; `new` is tried for the first time. */
export const CHANGES = ['red', 'worse', 'new', 'green', 'better', 'gone'] as const
export type ChangeKind = (typeof CHANGES)[number]

export interface Change {
  readonly id: string
  readonly title: string
  readonly change: ChangeKind
  readonly from?: Outcome
  readonly to?: Outcome
  /** Requirements that are broken now and were not. */
  readonly breaks: readonly string[]
}

export interface Comparison {
  readonly changes: readonly Change[]
  readonly same: number
  /** Items that one of the two runs did not select: nothing can be said about them. */
  readonly untried: number
  /** Something is red that was not, or more of it is. */
  readonly regressed: boolean
}

type Judged = Pick<Verdict, 'id' | 'title' | 'outcome' | 'findings'>

export interface Side {
  readonly verdicts: readonly Judged[]
  readonly selection: Selection
}

/**
 * What changed from the first run to the second.
 * @param failOn the mildest outcome that is red; what is milder can become better or worse, and is no regression
 */
export function compare(before: Side, after: Side, failOn: FailOn = 'blocked'): Comparison {
  const red = (outcome: Outcome | undefined) =>
    outcome !== undefined && (outcome === 'error' || isRed(outcome, failOn))
  const [a, b] = [before, after].map(({ verdicts }) => new Map(verdicts.map((one) => [one.id, one])))
  const ids = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].sort()
  const both = ids.filter((id) => [before, after].every(({ selection }) => isSelected(id, selection)))
  const changes = both.flatMap((id) => changeOf(id, a?.get(id), b?.get(id), red))
  return {
    changes,
    same: both.length - changes.length,
    untried: ids.length - both.length,
    regressed: changes.some(({ change, to }) => /^(red|worse|new)$/.test(change) && red(to)),
  }
}

function isSelected(id: string, { only, shard }: Selection): boolean {
  return selected(id, only) && (!shard || inShard(id, shard))
}

type IsRed = (outcome: Outcome) => boolean

function changeOf(id: string, a: Judged | undefined, b: Judged | undefined, red: IsRed): Change[] {
  const title = (b ?? a)?.title ?? ''
  if (!a || !b) {
    const change = a ? 'gone' : 'new'
    return [
      { id, title, change, ...(a ? { from: a.outcome } : {}), ...(b ? { to: b.outcome } : {}), breaks: [] },
    ]
  }
  const broken = new Set(brokenIn(a.findings))
  const breaks = brokenIn(b.findings).filter((requirement) => !broken.has(requirement))
  const change = kindOf(a.outcome, b.outcome, breaks.length > 0, red)
  return change ? [{ id, title, change, from: a.outcome, to: b.outcome, breaks }] : []
}

function kindOf(from: Outcome, to: Outcome, breaksMore: boolean, red: IsRed): ChangeKind | undefined {
  if (red(from) !== red(to)) return red(to) ? 'red' : 'green'
  if (from === to) return breaksMore ? 'worse' : undefined
  if (from === 'not-applicable') return 'new'
  if (to === 'not-applicable') return 'gone'
  return OUTCOMES.indexOf(to) < OUTCOMES.indexOf(from) ? 'worse' : 'better'
}

/** Each once; of notes nothing is broken. */
function brokenIn(findings: readonly Pick<Finding, 'requirement' | 'severity'>[]): string[] {
  return [...new Set(findings.filter(({ severity }) => severity === 'fail').map((one) => one.requirement))]
}
