import { type Messages, type Outcome, phraseText, safeText } from '#harness'
import type { Report, ReportVerdict } from './model.ts'

/** Verdicts of one outcome by their reason, most first. */
export function groupedByReason(
  report: Report,
  outcome: Outcome,
): readonly (readonly [reason: string, verdicts: readonly ReportVerdict[]])[] {
  return grouped(
    report.verdicts.filter((verdict) => verdict.outcome === outcome),
    ({ reason }) => reason ?? '',
  ).sort(([, a], [, b]) => b.length - a.length)
}

/** In the order in which the groups first occur. */
export function grouped<T>(list: readonly T[], by: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const name = by(one)
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups]
}

const NAMED = 3

/** What does not apply, in short: a line for each reason. */
export function byReason(report: Report, messages: Messages): string[] {
  const outcome = 'not-applicable'
  const groups = groupedByReason(report, outcome)
  if (groups.length === 0) return []
  const lines = groups.map(([reason, verdicts]) => {
    const names = verdicts.slice(0, NAMED).map(({ id }) => safeText(id))
    const more = verdicts.length > NAMED ? [`… +${verdicts.length - NAMED}`] : []
    return `    ${String(verdicts.length).padStart(3)}  ${phraseText(safeText(reason), messages)}  (${[...names, ...more].join(', ')})`
  })
  return [`· ${messages.counted[outcome](report.totals[outcome])}`, ...lines]
}

/** What stayed behind in the target. */
export function leftLines({ left }: Report, { run }: Messages): string[] {
  if (left.length === 0) return []
  const lines = left.map(({ path, answer }) => `    ${safeText(path)}  ${safeText(answer)}`)
  return [`■ ${run.left(left.length)}; ${run.clean}`, ...lines]
}
