import {
  type BaselineEntry,
  EXCUSABLE,
  type FailOn,
  type Gate,
  type Messages,
  type StaleEntry,
} from '#harness'
import type { Report, ReportVerdict } from './model.ts'

/** Whether the build may go on, beside what is true of the target. */
export interface ReportGate {
  readonly failOn: FailOn
  readonly passes: boolean
  /** Ids of what is red and not excused. */
  readonly red: readonly string[]
  readonly baseline?: {
    readonly file: string
    readonly entries: number
    /** Entries about something that this run did not try. */
    readonly untried: number
    /** Entries that are red themselves. */
    readonly stale: readonly StaleEntry[]
  }
}

/** What a baseline says about a verdict. It takes nothing away from the verdict. */
export type ReportExcuse = Pick<BaselineEntry, 'reason' | 'until'>

export function toReportGate({ failOn, passes, red, baseline }: Gate): ReportGate {
  return { failOn, passes, red, ...(baseline ? { baseline } : {}) }
}

export function excuseOf(id: string, { excused }: Gate): { readonly excused?: ReportExcuse } {
  const entry = excused.get(id)
  return entry ? { excused: { reason: entry.reason, until: entry.until } } : {}
}

/** Whether a verdict stops the build. */
export function stops({ id }: ReportVerdict, { gate }: Report): boolean {
  return gate.red.includes(id)
}

/** The build where it is not simply what the headline says: what is excused, until when, and what else is red. */
export function gateLines(report: Report, messages: Messages): string[] {
  const { gate } = report
  const { gate: say } = messages
  const excused = excusedText(report, messages)
  const stale = gate.baseline?.stale.length ?? 0
  const untried = gate.baseline?.untried ?? 0
  const odd = gate.passes !== report.conforms || gate.baseline !== undefined
  return [
    ...(excused ? [excused] : []),
    ...(gate.baseline && gate.red.length > 0 ? [say.red(gate.red.length)] : []),
    ...(stale > 0 ? [say.stale(stale)] : []),
    ...(untried > 0 ? [say.untried(untried)] : []),
    ...(odd ? [`${gate.passes ? say.passes : say.fails} (${say.failOn[gate.failOn]})`] : []),
  ]
}

/** `2 failures, 1 warning excused by scim-test.baseline.yaml until 2027-01-31`. */
function excusedText({ gate, verdicts }: Report, messages: Messages): string | undefined {
  const those = verdicts.filter(({ excused }) => excused)
  const [first, last] = [those, those].map((list, index) =>
    list
      .map(({ excused }) => excused?.until ?? '')
      .sort()
      .at(index === 0 ? 0 : -1),
  )
  if (!gate.baseline || first === undefined || last === undefined) return undefined
  const counts = EXCUSABLE.map(
    (outcome) => [outcome, those.filter((one) => one.outcome === outcome).length] as const,
  )
    .filter(([, n]) => n > 0)
    .map(([outcome, n]) => messages.gate.counted[outcome](n))
    .join(', ')
  const { file } = gate.baseline
  return first === last
    ? messages.gate.excused(counts, file, first)
    : messages.gate.excusedFirst(counts, file, first, last)
}

/** `scim-test.baseline.yaml:7` */
export function placeOf({ line }: StaleEntry, file: string): string {
  return line === undefined ? file : `${file}:${line}`
}

/** Why an entry of the baseline is red, and what to do about it. */
export function staleText({ why, until, found }: StaleEntry, messages: Messages): string {
  return messages.gate.why[why](until, found ? messages.outcome[found] : '')
}
