import { selected } from './plan.ts'
import { inShard, type Shard } from './shard.ts'
import type { Kind, Outcome, Verdict } from './verdict.ts'

/** What a baseline can excuse, worst first. A fault of the harness itself cannot be excused. */
export const EXCUSABLE = ['fail', 'blocked', 'warn'] as const
export type Excusable = (typeof EXCUSABLE)[number]

/** The mildest outcome that turns a build red; `never` reports only. */
export const FAIL_ON = [...EXCUSABLE, 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** What is red where nothing is said: whatever does not conform. */
export const usualFailOn = (strict: boolean): FailOn => (strict ? 'warn' : 'blocked')

export function isRed(outcome: Outcome, failOn: FailOn): boolean {
  const place = (EXCUSABLE as readonly string[]).indexOf(outcome)
  return failOn !== 'never' && place >= 0 && place <= EXCUSABLE.indexOf(failOn)
}

/** One known failure: of a check, a case of one, a rule or a rehearsal. */
export interface BaselineEntry {
  readonly id: string
  /** It excuses this and what is milder. */
  readonly outcome: Excusable
  readonly reason: string
  /** The last day on which it counts, `YYYY-MM-DD`, in UTC. */
  readonly until: string
  /** Where it stands in the file, from 1. */
  readonly line?: number
}

export interface Baseline {
  /** As the user named it. */
  readonly file: string
  readonly entries: readonly BaselineEntry[]
}

/** Why an entry turns a build red: it is out of date, or it never excused what happened. */
export type StaleWhy = 'fixed' | 'expired' | 'worse' | 'unknown'

export interface StaleEntry extends BaselineEntry {
  readonly why: StaleWhy
  /** What the item came to; missing where there is none. */
  readonly found?: Outcome
}

/** What a run was to try. What is outside of it is neither fixed nor unknown. */
export interface Selection {
  readonly only: readonly string[]
  readonly shard?: Shard
}

/** Whether a build may go on, and why not. It says nothing about conformity: that stays what it is. */
export interface Gate {
  readonly failOn: FailOn
  readonly passes: boolean
  /** Ids that are red and not excused. */
  readonly red: readonly string[]
  readonly excused: ReadonlyMap<string, BaselineEntry>
  readonly baseline?: {
    readonly file: string
    readonly entries: number
    readonly stale: readonly StaleEntry[]
    /** Entries that this run did not try. */
    readonly untried: number
  }
}

export interface Gating {
  readonly baseline?: Baseline
  readonly failOn: FailOn
  /** `YYYY-MM-DD` */
  readonly today: string
}

type Judged = Pick<Verdict, 'id' | 'kind' | 'outcome'>

/** Holds the verdicts of a run against a baseline. Pure. */
export function judgeGate(
  verdicts: readonly Judged[],
  selection: Selection,
  { baseline, failOn, today }: Gating,
): Gate {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  const entries = (baseline?.entries ?? []).map((entry) => ({
    entry,
    standing: standingOf(entry, byId.get(entry.id), { selection, failOn, today }),
  }))
  const excused = new Map(
    entries.filter(({ standing }) => standing === 'excuses').map(({ entry }) => [entry.id, entry]),
  )
  const stale = entries.flatMap(({ entry, standing }) => staleEntry(entry, standing, byId.get(entry.id)))
  const red = verdicts
    .filter(({ id, outcome }) => isRed(outcome, failOn) && !excused.has(id))
    .map(({ id }) => id)
  const tried = verdicts.some(({ outcome }) => outcome !== 'not-applicable')
  const clean = red.length === 0 && stale.length === 0 && (tried || selection.shard !== undefined)
  const errs = verdicts.some(({ outcome }) => outcome === 'error')
  const untried = entries.filter(({ standing }) => standing === 'untried').length
  return {
    failOn,
    passes: !errs && (clean || failOn === 'never'),
    red,
    excused,
    ...(baseline
      ? { baseline: { file: baseline.file, entries: baseline.entries.length, stale, untried } }
      : {}),
  }
}

type Standing = 'excuses' | 'untried' | StaleWhy

interface Circumstances {
  readonly selection: Selection
  readonly failOn: FailOn
  readonly today: string
}

function standingOf(
  entry: BaselineEntry,
  verdict: Judged | undefined,
  { selection, failOn, today }: Circumstances,
): Standing {
  if (!verdict) return covers(selection, entry.id) ? 'unknown' : 'untried'
  const { outcome } = verdict
  if (outcome === 'error') return 'untried'
  if (isOver(entry, outcome, failOn)) return seesAll(selection, verdict.kind) ? 'fixed' : 'untried'
  if (entry.until < today) return 'expired'
  return worseThan(outcome, entry.outcome) ? 'worse' : 'excuses'
}

/** Nothing is left to excuse: neither what the entry is about nor anything that would turn this build red. */
function isOver({ outcome: known }: BaselineEntry, outcome: Outcome, failOn: FailOn): boolean {
  if (outcome === 'pass' || outcome === 'not-applicable') return true
  return outcome === 'warn' && known !== 'warn' && failOn !== 'warn'
}

function worseThan(outcome: Outcome, known: Excusable): boolean {
  const places: readonly string[] = EXCUSABLE
  return places.indexOf(outcome) < places.indexOf(known)
}

function covers({ only, shard }: Selection, id: string): boolean {
  return selected(id, only) && (!shard || inShard(id, shard))
}

/** A part of a run shows a rule a part of the traffic: that it finds nothing there does not mean that all is well. */
function seesAll({ only, shard }: Selection, kind: Kind): boolean {
  return kind !== 'rule' || (only.length === 0 && !shard)
}

function staleEntry(entry: BaselineEntry, standing: Standing, verdict: Judged | undefined): StaleEntry[] {
  if (standing === 'excuses' || standing === 'untried') return []
  return [{ ...entry, why: standing, ...(verdict ? { found: verdict.outcome } : {}) }]
}
