import type { Requirement } from '#requirements'
import { selected } from './plan.ts'
import { type Outcome, outcomeOf, type Verdict, worst } from './verdict.ts'

/** What a run says of one requirement of a profile. */
export interface RowVerdict {
  readonly id: string
  /** `not-run` where nothing of this run looked at it, `not-judged` where no test can. */
  readonly outcome: Outcome | 'not-run' | 'not-judged'
  /** The ids that say so: where it is not kept, those that object. */
  readonly by: readonly string[]
}

interface Said {
  readonly id: string
  readonly outcome: Outcome
}

/**
 * Requirement by requirement what a run says of a profile: by claims of the profile's own checks, and by the verdicts of
 * others that a row is mapped to. Pure, so that a record gives the same again.
 */
export function judgeRows(rows: readonly Requirement[], verdicts: readonly Verdict[]): RowVerdict[] {
  return rows.filter(({ subject }) => subject !== 'client').map((row) => judgeRow(row, verdicts))
}

function judgeRow(row: Requirement, verdicts: readonly Verdict[]): RowVerdict {
  const said = verdicts.flatMap((verdict) => saidBy(verdict, row))
  // A case that does not apply says nothing where another one does.
  const telling = said.filter(({ outcome }) => outcome !== 'not-applicable')
  if (said.length === 0)
    return { id: row.id, outcome: row.unobservable === undefined ? 'not-run' : 'not-judged', by: [] }
  const outcome = worst(
    telling.map((one) => one.outcome),
    telling.length > 0 ? 'pass' : 'not-applicable',
  )
  const by = said.filter((one) => one.outcome === outcome).map(({ id }) => id)
  return { id: row.id, outcome, by }
}

function saidBy(verdict: Verdict, row: Requirement): Said[] {
  const { id, outcome, requirements, findings } = verdict
  if (requirements.some((one) => one === row.id)) {
    const untried = outcome !== 'fail' && outcome !== 'warn' && outcome !== 'pass'
    // One check may claim several rows: each has the findings about itself only.
    return [
      {
        id,
        outcome: untried ? outcome : outcomeOf(findings.filter(({ requirement }) => requirement === row.id)),
      },
    ]
  }
  if (!row.mapped || row.mapped.length === 0 || !selected(id, row.mapped)) return []
  return [{ id, outcome: atMost(outcome, row) }]
}

/** What a profile recommends fails nobody, be it an error to others. */
function atMost(outcome: Outcome, { severity }: Requirement): Outcome {
  if (severity === 'fail' || (outcome !== 'fail' && outcome !== 'warn')) return outcome
  return severity === 'warn' ? 'warn' : 'pass'
}
