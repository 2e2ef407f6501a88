import { worst } from '#harness'
import type { NegativeId, NegativeScenario } from './record.ts'
import { NEGATIVE } from './record.ts'
import type { TestedRun } from './run.ts'

/** What the vendor says about a scenario that no run shows. */
export interface NegativeAnswer {
  readonly id: string
  readonly result: NegativeScenario['result']
  readonly remark: string
}

/**
 * Which tests show a scenario: those that sent requests with such credentials, or those of such a name (plays of bad
 * days, rules about what a client does when its target is busy or refuses it). Requests for access
 * and their ends belong to another interface than SCIM: no run can show them.
 */
const SHOWN_BY: Readonly<Record<NegativeId, { credentials?: readonly string[]; test?: RegExp }>> = {
  'invalid-token': { credentials: ['wrong', 'revoked', 'elsewhere'], test: /\/client\/lost-credentials-/ },
  'missing-token': { credentials: ['none'] },
  'missing-access': {},
  'wrong-customer': { credentials: ['other'] },
  'unavailable-api': { test: /^[^/]+\/faults\/|\/client\/busy-/ },
  'rejected-request': {},
  'expired-request': {},
}

/** What a test must not do, each with its result. What the runs show stands; a vendor can only add to it. */
export function negativeScenarios(
  runs: readonly TestedRun[],
  answers: readonly NegativeAnswer[],
): NegativeScenario[] {
  return NEGATIVE.map((id) => shownBy(id, runs) ?? declared(id, answers))
}

/** Scenarios that the runs say nothing about. */
export function notShown(runs: readonly TestedRun[]): NegativeId[] {
  return NEGATIVE.filter((id) => !shownBy(id, runs))
}

function shownBy(id: NegativeId, runs: readonly TestedRun[]): NegativeScenario | undefined {
  const { credentials = [], test } = SHOWN_BY[id]
  const tried = runs.flatMap(({ verdicts, foreignCredentials }) => {
    const senders = new Set(credentials.flatMap((kind) => [...(foreignCredentials.get(kind) ?? [])]))
    return verdicts.filter((one) => senders.has(one.id) || test?.test(one.id))
  })
  const judged = tried.filter(({ outcome }) => ['pass', 'warn', 'fail'].includes(outcome))
  if (judged.length === 0) return undefined
  const result = worst(judged.map(({ outcome }) => outcome)) === 'fail' ? 'failed' : 'passed'
  const tests = [...new Set(judged.map((one) => one.id))].sort()
  return { id, result, basis: 'run', tests, remark: '' }
}

function declared(id: NegativeId, answers: readonly NegativeAnswer[]): NegativeScenario {
  const answer = answers.find((one) => one.id === id)
  if (!answer || answer.result === 'not-tested')
    return { id, result: 'not-tested', basis: 'none', tests: [], remark: answer?.remark ?? '' }
  return { id, result: answer.result, basis: 'declared', tests: [], remark: answer.remark }
}
