import { type PlayRecord, type RunRecord, requestsOf, shortened, type Verdict } from '#harness'
import { type Exchange, isObject, type Json, member } from '#scim'
import { type Names, namesOf, sendsText } from './sends.ts'

/** Steps kept of one rehearsal; those that a finding points at are kept beyond it. */
const STEPS = 400
const ENTRIES = 600
/** Of more plays than this, those that passed are shown without their steps. */
const PLAYS = 30

export interface ReportStep {
  /** Which request of the play it is, from 0. */
  readonly index: number
  readonly exchange: string
  readonly method: string
  readonly path: string
  /** 0 where there was no answer. */
  readonly status: number
  /** What happened in the organisation, what the identity provider was doing about it, and to whom. */
  readonly event: string
  readonly doing: string
  /** What the request wants, in a few words: `Replace active "False"`. */
  readonly sends: string
  /** Habits of the dialect that shaped the request, and what of the RFCs they depart from. */
  readonly habits: readonly string[]
  readonly departs: readonly string[]
  /** That of the least known habit. */
  readonly confidence?: string
}

/** What a simulated identity provider did, for the timeline. */
export interface ReportRehearsal {
  readonly comparisons: number
  /** What happened in the organisation, in its own words. */
  readonly timeline: readonly Json[]
  readonly steps: readonly ReportStep[]
  /** The evidence for each habit that shaped a request. */
  readonly habits: NonNullable<PlayRecord['result']['habits']>
  /** All requests, whether kept in `steps` or not. */
  readonly total: number
}

/**
 * For each play of a record, what to show of it beside a verdict. Where there are many plays, nothing of single steps of
 * those that passed.
 */
export function rehearsalsOf(record: RunRecord): Map<string, (verdict: Verdict) => ReportRehearsal> {
  const plays = playsOf(record)
  const few = plays.length <= PLAYS
  return new Map(
    plays.map(({ id, play }) => [id, (verdict: Verdict) => toRehearsal(play, verdict, record, few)]),
  )
}

/** The exchanges of those steps that reports show, as far as the record has kept the steps. */
export function exchangesOfSteps(record: RunRecord, verdicts: readonly Verdict[]): string[] {
  const plays = playsOf(record)
  const few = plays.length <= PLAYS
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  return plays.flatMap(({ id, play }) => {
    const verdict = verdictOf.get(id)
    return verdict && hasSteps(verdict, few) ? play.steps.map(({ exchange }) => exchange) : []
  })
}

function playsOf({ records }: RunRecord) {
  return records.flatMap((one) => ('play' in one ? [one] : []))
}

function hasSteps({ outcome, findings }: Verdict, few: boolean): boolean {
  return few || outcome !== 'pass' || findings.length > 0
}

function toRehearsal(play: PlayRecord, verdict: Verdict, record: RunRecord, few: boolean): ReportRehearsal {
  const { result } = play
  const cited = new Set(verdict.findings.map(({ exchange }) => exchange))
  const isShown = hasSteps(verdict, few)
  const steps = play.steps.map((step, place) => ({ ...step, index: step.index ?? place }))
  const names = namesOf(
    steps.map(({ exchange, note }) => ({ note, exchange: record.exchanges.get(exchange) })),
  )
  const kept = steps.filter(({ exchange, index }) => index < STEPS || cited.has(exchange))
  return {
    comparisons: result.comparisons,
    timeline: shortened(result.timeline, ENTRIES),
    steps: isShown ? kept.flatMap((step) => toStep(step, record, names)) : [],
    habits: isShown ? (result.habits ?? {}) : {},
    total: requestsOf(play),
  }
}

type Indexed = PlayRecord['steps'][number] & { readonly index: number }

function toStep({ exchange: id, note, index }: Indexed, record: RunRecord, names: Names): ReportStep[] {
  const exchange: Exchange | undefined = record.exchanges.get(id)
  if (!exchange) return []
  const { method, path } = exchange.request
  const status = exchange.response?.status ?? 0
  const sends = sendsText(exchange.request, names)
  return [{ index, exchange: id, method, path, status, sends, ...wordsIn(note) }]
}

function wordsIn(note: Json): Pick<ReportStep, 'event' | 'doing' | 'habits' | 'departs' | 'confidence'> {
  const text = (name: string) => noteText(member(note, name) ?? '')
  const list = (name: string) => {
    const value = member(note, name)
    return Array.isArray(value) ? value.map(noteText) : []
  }
  const doing = [text('doing'), text('object')].filter((word) => word !== '').join(' ')
  const confidence = text('confidence')
  return {
    event: text('event'),
    doing,
    habits: list('habits'),
    departs: list('departs'),
    ...(confidence === '' ? {} : { confidence }),
  }
}

/** A note in words: a string and a mere event as they are, an object as `name: value` pairs. */
export function noteText(note: Json): string {
  if (typeof note === 'string') return note
  if (Array.isArray(note)) return note.map(noteText).join(', ')
  if (!isObject(note)) return note === null ? '' : String(note)
  const only = Object.keys(note).length === 1 ? member(note, 'event') : undefined
  if (only !== undefined) return noteText(only)
  return Object.entries(note)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${noteText(value)}`)
    .join(' · ')
}
