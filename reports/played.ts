import type { PlayRecord, RunRecord, Verdict } from '#harness'
import { type Exchange, isObject, type Json, member } from '#scim'

/** Steps kept of one rehearsal; those that a finding points at are kept beyond it. */
const STEPS = 200

export interface ReportStep {
  readonly exchange: string
  readonly method: string
  readonly path: string
  /** 0 where there was no answer. */
  readonly status: number
  /** What happened in the organisation, what the identity provider was doing about it, and to whom. */
  readonly event: string
  readonly doing: string
  /** Habits of the dialect that shaped the request, and what of the RFCs they depart from. */
  readonly habits: readonly string[]
  readonly departs: readonly string[]
}

/** What a simulated identity provider did, for the timeline. */
export interface ReportRehearsal {
  readonly comparisons: number
  /** What happened in the organisation, in its own words. */
  readonly timeline: readonly Json[]
  readonly steps: readonly ReportStep[]
  /** All requests, whether kept in `steps` or not. */
  readonly total: number
}

/** For each play of a record, what to show of it beside a verdict: nothing of single steps where it passed. */
export function rehearsalsOf(record: RunRecord): Map<string, (verdict: Verdict) => ReportRehearsal> {
  return new Map(
    record.records.flatMap((one) =>
      'play' in one ? [[one.id, (verdict: Verdict) => toRehearsal(one.play, verdict, record)]] : [],
    ),
  )
}

function toRehearsal({ result, steps }: PlayRecord, verdict: Verdict, record: RunRecord): ReportRehearsal {
  const cited = new Set(verdict.findings.map(({ exchange }) => exchange))
  const kept = steps.filter(({ exchange }, index) => index < STEPS || cited.has(exchange))
  return {
    comparisons: result.comparisons,
    timeline: result.timeline.slice(0, STEPS),
    steps: verdict.outcome === 'pass' && cited.size === 0 ? [] : kept.flatMap((step) => toStep(step, record)),
    total: steps.length,
  }
}

function toStep({ exchange: id, note }: PlayRecord['steps'][number], record: RunRecord): ReportStep[] {
  const exchange: Exchange | undefined = record.exchanges.get(id)
  if (!exchange) return []
  const { method, path } = exchange.request
  return [{ exchange: id, method, path, status: exchange.response?.status ?? 0, ...wordsIn(note) }]
}

function wordsIn(note: Json): Pick<ReportStep, 'event' | 'doing' | 'habits' | 'departs'> {
  const text = (name: string) => noteText(member(note, name) ?? '')
  const list = (name: string) => {
    const value = member(note, name)
    return Array.isArray(value) ? value.map(noteText) : []
  }
  const doing = [text('doing'), text('object')].filter((word) => word !== '').join(' ')
  return { event: text('event'), doing, habits: list('habits'), departs: list('departs') }
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
