import type { BaselineEntry } from '#harness'
import { buildReport, type Report } from './model.ts'
import { sampleRecord } from './sample-record.sample.ts'

const entry = (id: string, line: number, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  id,
  outcome: 'fail',
  reason: 'Mended in 4.2 | <b>soon</b>',
  until: '2027-01-31',
  line,
  ...more,
})

/** The sample run with a baseline: one entry excuses, one is fixed, one names nothing. */
export function gatedReport(entries: readonly BaselineEntry[] = ENTRIES): Report {
  const baseline = { file: 'ci/known, failures.yaml', entries }
  return buildReport(sampleRecord, undefined, undefined, { baseline, failOn: 'blocked', today: '2026-11-22' })
}

export const ENTRIES = [
  entry('patch/remove-needs-a-path', 4),
  entry('okta/joiner', 8),
  entry('gone/check', 12),
] as const
