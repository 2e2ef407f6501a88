import { sha256 } from './canonical.ts'
import type { Deviation, Results } from './record.ts'
import { type Asked, shortened, type Yardstick } from './results.ts'
import type { TestedRun } from './run.ts'

/** What only the vendor can say about a deviation. */
export interface DeviationAnswer {
  readonly id: string
  readonly description: string
  readonly decision: Deviation['decision']
  readonly owner: string
  readonly due: string
}

/**
 * What is not as it should be: each requirement that failed or was warned about, and what could not be tried, by reason.
 * A required feature that is missing blocks tests instead of failing them, so blocked ones need a decision as well.
 */
export function deviationsOf(
  runs: readonly TestedRun[],
  { items }: Results,
  yardstick: Yardstick,
  answers: readonly DeviationAnswer[],
): Deviation[] {
  const found = items.flatMap(({ requirement, level, result, tests }): Found[] =>
    result === 'pass'
      ? []
      : [
          {
            ...inBokmal(yardstick.requirements.get(requirement)),
            id: requirement,
            severity: result,
            level,
            tests: tests.filter((id) => isAbout(id, requirement, runs)),
            requirements: [requirement],
            about: yardstick.requirements.get(requirement)?.text ?? '',
          },
        ],
  )
  const rank = ['fail', 'blocked', 'warn']
  return [...found, ...blockedOf(runs)]
    .sort((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity))
    .map((one) => answered(one, answers))
}

function inBokmal(asked: Asked | undefined): { readonly nb?: string } {
  return asked?.nb === undefined ? {} : { nb: asked.nb }
}

type Found = Omit<Deviation, 'description' | 'decision' | 'owner' | 'due'>

/** Of the tests that make claims about a requirement, those that objected. */
function isAbout(test: string, requirement: string, runs: readonly TestedRun[]): boolean {
  return runs
    .flatMap(({ verdicts }) => verdicts)
    .some(({ id, findings }) => id === test && findings.some((one) => one.requirement === requirement))
}

function blockedOf(runs: readonly TestedRun[]): Found[] {
  const byReason = new Map<string, Found>()
  for (const { id, outcome, requirements, reason = '' } of runs.flatMap(({ verdicts }) => verdicts)) {
    if (outcome !== 'blocked' && outcome !== 'error') continue
    const before = byReason.get(reason)
    byReason.set(reason, {
      id: `blocked-${sha256(reason).slice(0, 8)}`,
      severity: 'blocked',
      level: '',
      tests: [...(before?.tests ?? []), id],
      requirements: [...new Set([...(before?.requirements ?? []), ...requirements])].sort(),
      about: shortened(reason),
    })
  }
  return [...byReason.values()]
}

function answered(found: Found, answers: readonly DeviationAnswer[]): Deviation {
  const {
    description = '',
    decision = '',
    owner = '',
    due = '',
  } = answers.find(({ id }) => id === found.id) ?? {}
  return { ...found, description, decision, owner, due }
}
