import type { Exchange } from '#scim'
import type { Bar } from './bar.ts'
import type { Case, Check, Rule, Seen } from './check.ts'
import { createClaims, type Statement } from './claim.ts'
import type { Facts } from './facts.ts'
import { type Finding, outcomeOf, type Verdict } from './verdict.ts'

const SHOWN = 5
const CITED = 50

export interface Context {
  readonly bar: Bar
  readonly facts: Facts
}

/** Judges what a check saw. Pure: the same exchanges give the same verdict, now or from a record. */
export function judgeCheck(check: Check, id: string, of: Case, seen: Seen, context: Context): Verdict {
  const { claim, statements } = createClaims()
  const base = {
    id,
    kind: 'check',
    title: check.title,
    requirements: check.proves,
    exchanges: idsOf(seen),
  } as const
  try {
    check.judge(seen, claim, { facts: context.facts, of })
  } catch (error) {
    return {
      ...base,
      outcome: 'error',
      claims: {},
      findings: [],
      reason: `the judge itself failed: ${messageOf(error)}`,
    }
  }
  const claims = countClaims(statements)
  const silent = check.proves.filter((requirement) => !claims[requirement])
  if (silent.length > 0) {
    const reason = `claims to prove ${silent.join(', ')} but made no claim about it`
    return { ...base, outcome: 'error', claims, findings: [], reason }
  }
  return { ...base, claims, ...conclude(statements, context.bar) }
}

/** Applies a rule to every exchange of a run. */
export function judgeRule(rule: Rule, exchanges: readonly Exchange[], context: Context): Verdict {
  const { claim, statements } = createClaims()
  const base = {
    id: rule.id,
    kind: 'rule',
    title: rule.title,
    requirements: rule.proves,
    exchanges: [],
  } as const
  for (const exchange of exchanges) {
    try {
      rule.judge(exchange, claim, context.facts)
    } catch (error) {
      const reason = `the judge itself failed on ${exchange.id}: ${messageOf(error)}`
      return { ...base, outcome: 'error', claims: {}, findings: [], reason }
    }
  }
  if (statements.length === 0) {
    return {
      ...base,
      outcome: 'not-applicable',
      claims: {},
      findings: [],
      reason: 'no exchange of this run was of the kind it looks at',
    }
  }
  return { ...base, claims: countClaims(statements), ...conclude(statements, context.bar) }
}

function conclude(
  statements: readonly Statement[],
  bar: Bar,
): Pick<Verdict, 'outcome' | 'findings' | 'more' | 'exchanges'> {
  // Nearly all statements hold: they are passed over before anything is made of them.
  const findings = statements
    .filter(({ holds, reading }) => !holds || reading)
    .flatMap((one) => toFinding(one, bar))
  const shown = mostTelling(findings)
  const exchanges = new Set<string>()
  for (const { exchange } of statements) {
    if (exchanges.size === CITED) break
    if (exchange) exchanges.add(exchange)
  }
  const more = findings.length - shown.length
  return {
    outcome: outcomeOf(findings),
    findings: shown,
    ...(more > 0 ? { more } : {}),
    exchanges: [...exchanges],
  }
}

/** The first of each requirement before the second of any: what was proved must be seen to be broken. */
function mostTelling(findings: readonly Finding[]): Finding[] {
  const firsts = findings.filter(
    (one, index) => findings.findIndex((each) => each.requirement === one.requirement) === index,
  )
  const others = findings.filter((one) => !firsts.includes(one))
  const chosen = new Set([...firsts, ...others.slice(0, Math.max(0, SHOWN - firsts.length))])
  return findings.filter((one) => chosen.has(one))
}

function toFinding(statement: Statement, bar: Bar): Finding[] {
  const { holds, requirement, reading, ...rest } = statement
  if (holds && !reading) return []
  const excuse = holds ? reading : bar.excuse(requirement)
  const severity = excuse ? bar.reading(excuse) : bar.severity(requirement)
  const cited = excuse ?? reading
  if (severity === 'pass') return []
  return [
    {
      requirement,
      level: bar.requirement(requirement).level,
      severity,
      ...(cited ? { reading: cited } : {}),
      ...rest,
    },
  ]
}

function countClaims(statements: readonly Statement[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { requirement } of statements) counts[requirement] = (counts[requirement] ?? 0) + 1
  return counts
}

function idsOf(seen: Seen): string[] {
  return Object.values(seen)
    .flat()
    .map((exchange) => (exchange as Exchange).id)
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
