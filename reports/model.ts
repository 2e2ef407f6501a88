import {
  contractText,
  type Facts,
  type Finding,
  type Gating,
  judgeGate,
  judgeRows,
  type Kind,
  OUTCOMES,
  type Outcome,
  type RowVerdict,
  type RunInfo,
  type RunRecord,
  type Shard,
  type Stray,
  type Sums,
  usualFailOn,
  type Verdict,
} from '#harness'
import { catalogue, type Requirement } from '#requirements'
import type { Exchange } from '#scim'
import { againLine } from './again.ts'
import { type ReportExchange, toReportExchange } from './cited.ts'
import { excuseOf, type ReportExcuse, type ReportGate, toReportGate } from './gated.ts'
import { exchangesOfSteps, type ReportRehearsal, rehearsalsOf } from './played.ts'

export type { ReportExchange } from './cited.ts'
export type { ReportRehearsal, ReportStep } from './played.ts'

export const REPORT_VERSION = 1

/** Exchanges shown for a verdict that has no finding to point at one. */
const LAST = 10

export interface ReportRequirement {
  readonly level: string
  readonly basis: string
  /** Our paraphrase; a text of the RFC is never quoted. */
  readonly text: string
  /** The same in bokmål, where a profile brings it along. */
  readonly nb?: string
  readonly rfc?: string
  readonly section?: string
  readonly source?: string
}

export interface ReportVerdict {
  readonly id: string
  readonly kind: Kind
  /** First part of the id; rehearsals come under `rehearsal/<dialect>`. */
  readonly topic: string
  readonly title: string
  readonly outcome: Outcome
  readonly requirements: readonly string[]
  readonly claims: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
  /** Findings left out because there were too many alike. */
  readonly more?: number
  readonly reason?: string
  /** What a baseline says about it: the build goes on, the verdict stays. */
  readonly excused?: ReportExcuse
  /** Who is hurt when this is red, with the source. */
  readonly breaks?: string
  /** Command line that repeats this one item. Absent for what passed or does not apply. */
  readonly again?: string
  readonly exchanges: readonly string[]
  /** Requests sent for it, and the milliseconds they took. Rules send none. */
  readonly requests: number
  readonly ms: number
  readonly rehearsal?: ReportRehearsal
}

/** What the run says of one requirement that a profile brings along. */
export interface ReportRow extends RowVerdict, ReportRequirement {
  readonly confidence?: string
  /** Why no test can see it, where the outcome is `not-judged`. */
  readonly why?: string
}

/** The report of one run: a versioned interface, described by `schema/report.schema.json`. */
export interface Report {
  readonly version: typeof REPORT_VERSION
  readonly tool: { readonly name: string; readonly version: string }
  readonly target: RunInfo['target'] & { readonly described: Facts['described'] }
  readonly profile: RunInfo['profile']
  readonly seed: string
  readonly run: string
  readonly started: string
  /** `null` when the run was killed. */
  readonly finished: string | null
  readonly ms: number
  readonly requests: number
  readonly interrupted: boolean
  readonly strict: boolean
  /** Who is judged, where it is not the target: a client that was recorded. */
  readonly subject?: 'client'
  readonly only: readonly string[]
  /** Which part of a divided run. */
  readonly shard?: Shard
  /** No error, failure or blocked item, no warning in a strict run, at least one item tried, not interrupted. */
  readonly conforms: boolean
  /** Whether the build may go on: that can be otherwise where a baseline excuses something, or names what is not so. */
  readonly gate: ReportGate
  readonly totals: Readonly<Record<Outcome, number>>
  readonly facts: {
    readonly features: Facts['features']
    readonly resourceTypes: readonly { readonly name: string; readonly endpoint: string }[]
    readonly limits: Facts['limits']
    readonly notes: readonly string[]
  }
  readonly left: readonly { readonly path: string; readonly answer: string }[]
  /** Requests of a recorded client that nothing judges, since they missed the base address. */
  readonly beside?: readonly Stray[]
  /** Worst first, then by id. */
  readonly verdicts: readonly ReportVerdict[]
  /** Only those that findings, blocked items and errors point at. */
  readonly exchanges: Readonly<Record<string, ReportExchange>>
  /** Those that verdicts with findings, blocked items and errors name. */
  readonly requirements: Readonly<Record<string, ReportRequirement>>
  /** Requirement by requirement, where a profile brings its own. Judges nothing anew: `verdicts` decide. */
  readonly rows?: readonly ReportRow[]
}

/**
 * Everything that a report shows, from one record. Decides no outcome.
 * @param verdicts those of the record, or others made from it by judging it again
 * @param own requirements that a profile brings along, for their texts
 * @param gating what turns the build red, and the baseline that excuses from it
 */
export function buildReport(
  record: RunRecord,
  verdicts: readonly Verdict[] = record.verdicts,
  own: readonly Requirement[] = [],
  gating?: Gating,
): Report {
  const { info, facts, ending, sums = sumsOf(record.exchanges.values()) } = record
  const totals = totalsOf(verdicts)
  const interrupted = ending?.interrupted ?? true
  const gate = judgeGate(verdicts, info, gating ?? { failOn: usualFailOn(info.strict), today: '' })
  return {
    version: REPORT_VERSION,
    tool: info.tool,
    target: { ...info.target, described: facts.described },
    profile: info.profile,
    seed: info.seed,
    run: info.run,
    started: info.started,
    finished: ending?.finished ?? null,
    ms: ending?.ms ?? sums.last,
    requests: ending?.requests ?? sums.requests,
    interrupted,
    strict: info.strict,
    ...(info.subject ? { subject: info.subject } : {}),
    only: info.only,
    ...(info.shard ? { shard: info.shard } : {}),
    conforms: !interrupted && isClean(totals, info.strict),
    gate: { ...toReportGate(gate), passes: gate.passes && !interrupted },
    totals,
    facts: shownFacts(facts, record.contracts),
    left: ending?.left ?? [],
    ...(ending?.beside?.length ? { beside: ending.beside } : {}),
    verdicts: toReportVerdicts(record, verdicts, sums).map((one) => ({ ...one, ...excuseOf(one.id, gate) })),
    exchanges: citedExchanges(record, verdicts),
    requirements: citedRequirements(verdicts, own),
    ...(own.length > 0 && info.subject !== 'client' ? { rows: toReportRows(verdicts, own) } : {}),
  }
}

function toReportRows(verdicts: readonly Verdict[], own: readonly Requirement[]): ReportRow[] {
  const known = new Map(own.map((row) => [row.id, row]))
  return judgeRows(own, verdicts).flatMap((said) => {
    const row = known.get(said.id)
    if (!row) return []
    const { confidence, unobservable: why } = row
    const judged = said.outcome !== 'not-judged'
    return [
      {
        ...said,
        ...toReportRequirement(row),
        ...(confidence ? { confidence } : {}),
        ...(why && !judged ? { why } : {}),
      },
    ]
  })
}

function totalsOf(verdicts: readonly Verdict[]): Record<Outcome, number> {
  const count = (outcome: Outcome) => verdicts.filter((verdict) => verdict.outcome === outcome).length
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>
}

/** A run that tried nothing shows nothing, so it is not clean either. */
function isClean(totals: Readonly<Record<Outcome, number>>, strict: boolean): boolean {
  const bad = totals.error + totals.fail + totals.blocked + (strict ? totals.warn : 0)
  return bad === 0 && totals.pass + totals.warn > 0
}

function shownFacts(
  { features, resourceTypes, limits, notes }: Facts,
  contracts: RunRecord['contracts'],
): Report['facts'] {
  return {
    features,
    resourceTypes: resourceTypes.map(({ name, endpoint }) => ({ name, endpoint })),
    limits,
    notes: [...notes, ...contracts.map((contract) => contractText(contract))],
  }
}

function toReportVerdicts(record: RunRecord, verdicts: readonly Verdict[], { spent }: Sums): ReportVerdict[] {
  const rank = new Map(OUTCOMES.map((outcome, index) => [outcome, index]))
  const order = (a: Verdict, b: Verdict) =>
    (rank.get(a.outcome) ?? 0) - (rank.get(b.outcome) ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  const breaks = new Map(record.items.map((item) => [item.id, item.breaks]))
  const plays = rehearsalsOf(record)
  return [...verdicts].sort(order).map((verdict) => {
    const rehearsal = plays.get(verdict.id)?.(verdict)
    const hurt = breaks.get(verdict.id)
    const bad = !['pass', 'not-applicable'].includes(verdict.outcome)
    return {
      ...verdict,
      topic: topicOf(verdict),
      ...(hurt ? { breaks: hurt } : {}),
      ...(bad ? { again: againLine(record.info, repeated(verdict, record)) } : {}),
      ...(spent.get(verdict.id) ?? { requests: 0, ms: 0 }),
      ...(rehearsal ? { rehearsal } : {}),
    }
  })
}

/** A rule sends nothing itself: it is repeated with the item whose exchange it objects to. */
function repeated({ id, kind, findings }: Verdict, { exchanges, items }: RunRecord): string[] {
  const by = kind === 'rule' ? exchanges.get(findings[0]?.exchange ?? '')?.by : undefined
  return items.some((item) => item.id === by) ? [id, by as string] : [id]
}

function topicOf({ id, kind }: Verdict): string {
  const first = id.split('/')[0] as string
  return kind === 'play' ? `rehearsal/${first}` : first
}

function sumsOf(exchanges: Iterable<Exchange>): Sums {
  const spent = new Map<string, { requests: number; ms: number }>()
  let [requests, last] = [0, 0]
  for (const { by, at, ms } of exchanges) {
    const before = spent.get(by) ?? { requests: 0, ms: 0 }
    spent.set(by, { requests: before.requests + 1, ms: before.ms + ms })
    requests += 1
    last = Math.max(last, at + ms)
  }
  return { requests, last, spent }
}

function citedExchanges(record: RunRecord, verdicts: readonly Verdict[]): Record<string, ReportExchange> {
  const ids = new Set(verdicts.flatMap(shownExchanges))
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const exchange = record.exchanges.get(id)
      return exchange
        ? [[id, toReportExchange(exchange, record.info.target.base, record.info.target.signIn)]]
        : []
    }),
  )
}

/** Every exchange that a report of these verdicts shows: what has to be kept of a record that is read for it. */
export function exchangesShown(record: RunRecord, verdicts: readonly Verdict[]): Set<string> {
  return new Set([...verdicts.flatMap(shownExchanges), ...exchangesOfSteps(record, verdicts)])
}

/** The exchanges that prove a verdict: those of its findings, or the last ones where it ended without any. */
export function shownExchanges(verdict: Pick<Verdict, 'outcome' | 'findings' | 'exchanges'>): string[] {
  const cited = verdict.findings.flatMap(({ exchange }) => (exchange ? [exchange] : []))
  const ended = verdict.outcome === 'blocked' || verdict.outcome === 'error'
  return [...new Set([...cited, ...(ended ? verdict.exchanges.slice(-LAST) : [])])]
}

function citedRequirements(
  verdicts: readonly Verdict[],
  own: readonly Requirement[],
): Record<string, ReportRequirement> {
  const known = new Map<string, Requirement>([...catalogue, ...own.map((row) => [row.id, row] as const)])
  const bad = verdicts.filter(
    ({ outcome, findings }) => findings.length > 0 || /^(error|blocked)$/.test(outcome),
  )
  const ids = bad.flatMap(({ requirements, findings }) => [
    ...requirements,
    ...findings.map(({ requirement }) => requirement),
  ])
  return Object.fromEntries(
    [...new Set<string>(ids)].sort().flatMap((id) => {
      const row = known.get(id)
      return row ? [[id, toReportRequirement(row)]] : []
    }),
  )
}

function toReportRequirement(row: Requirement): ReportRequirement {
  const { level, basis, requirement: text, nb, rfc, section, source } = row
  const place = rfc && section ? { rfc, section } : {}
  return { level, basis, text, ...(nb ? { nb } : {}), ...place, ...(source ? { source } : {}) }
}
