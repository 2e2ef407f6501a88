import type { Exchange } from '#scim'
import { createClaims } from './claim.ts'
import type { ClientRule, Trace } from './client-rule.ts'
import { type Context, conclude, messageOf } from './judge.ts'
import type { Item } from './plan.ts'
import { type RunRecord, readRecord } from './record.ts'
import { isCarriedOut, writesIn } from './trace.ts'
import type { Verdict } from './verdict.ts'

/** Applies one rule about clients to a session. */
export function judgeClientRule(rule: ClientRule, trace: Trace, context: Context): Verdict {
  const { id, title, proves } = rule
  const base = {
    id,
    kind: 'rule',
    title,
    requirements: proves,
    exchanges: [],
    claims: {},
    findings: [],
  } as const
  const { claim, statements } = createClaims()
  try {
    rule.judge(trace, claim, context.facts)
  } catch (error) {
    return { ...base, outcome: 'error', reason: `the judge itself failed: ${messageOf(error)}` }
  }
  if (statements.length > 0) return { ...base, ...conclude(statements, context.bar) }
  return { ...base, outcome: 'not-applicable', reason: 'no exchange of this run was of the kind it looks at' }
}

/** Why a session shows nothing of how a client provisions; `undefined` where it shows something. */
export function emptiness(trace: Trace): string | undefined {
  if (trace.length === 0) return 'the client sent nothing'
  const wrote = writesIn(trace).some((write) => write.done || isCarriedOut(write.exchange))
  return wrote ? undefined : 'the client changed nothing in this session'
}

/**
 * Judges what a client sent. A session in which it changed nothing passes nothing: what would have passed is blocked.
 * Pure: a record gives the same verdicts as the session itself.
 */
export function judgeSession(rules: readonly ClientRule[], trace: Trace, context: Context): Verdict[] {
  // They are kept when they are answered, and some answers take longer.
  const inOrder = [...trace].sort((a, b) => a.at - b.at)
  const reason = emptiness(inOrder)
  const verdicts = rules.map((rule) => judgeClientRule(rule, inOrder, context))
  if (reason === undefined) return verdicts
  return verdicts.map((one) =>
    one.outcome === 'pass' || one.outcome === 'not-applicable' ? { ...one, outcome: 'blocked', reason } : one,
  )
}

/** What a session judges, for the record. */
export function sessionItems(rules: readonly ClientRule[]): Item[] {
  return rules.map(({ id, title, proves, breaks }, ordinal) => ({
    id,
    kind: 'rule',
    title,
    requirements: proves,
    unit: id,
    of: { name: '' },
    ordinal,
    ...(breaks ? { breaks } : {}),
  }))
}

/**
 * Judges the record of a session again.
 * @throws RecordError
 */
export function rejudgeSession(
  file: string,
  rules: readonly ClientRule[],
  context: Context,
): { readonly record: RunRecord; readonly verdicts: readonly Verdict[] } {
  const trace: Exchange[] = []
  const record = readRecord(file, { keep: () => false, onExchange: (exchange) => trace.push(exchange) })
  return { record, verdicts: judgeSession(rules, trace, context) }
}
