import { type RunRecord, readRecord, type Verdict } from '#harness'
import { exchangesShown } from '#reports'

/**
 * A record with those of its exchanges that are shown: those that verdicts point at, and those of a play's first steps.
 * @param sketch the same record, read without keeping any
 */
export function abridged(file: string, sketch: RunRecord, verdicts: readonly Verdict[]): RunRecord {
  const ids = exchangesShown(sketch, verdicts)
  const { sums } = sketch
  return { ...readRecord(file, { keep: (id) => ids.has(id) }), ...(sums ? { sums } : {}) }
}
