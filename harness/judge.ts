import type { RequirementId, Severity } from '#requirements'
import type { Exchange } from '#scim'
import type { Bar } from './bar.ts'
import type { Case, Check, Rule, Seen } from './check.ts'
import { createClaims, createCountedClaims, type Statement } from './claim.ts'
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
  const concluded = conclude(statements, context.bar)
  const { claims } = concluded
  const silent = check.proves.filter((requirement) => !claims[requirement])
  if (silent.length > 0) {
    const reason = `claims to prove ${silent.join(', ')} but made no claim about it`
    return { ...base, outcome: 'error', claims, findings: [], reason }
  }
  return { ...base, ...concluded }
}

/** A rule under way: it is shown one exchange after the other and keeps no more of them than its verdict will say. */
export interface RuleJudge {
  see(exchange: Exchange): void
  verdict(): Verdict
}

/** Begins to apply a rule to the exchanges of a run. */
export function createRuleJudge(rule: Rule, context: Context): RuleJudge {
  const base = {
    id: rule.id,
    kind: 'rule',
    title: rule.title,
    requirements: rule.proves,
    exchanges: [],
  } as const
  const tally = createTally(context.bar)
  const claim = createCountedClaims(tally.count, tally.add)
  let fault: string | undefined
  return {
    see: (exchange) => {
      if (fault !== undefined) return
      try {
        rule.judge(exchange, claim, context.facts)
      } catch (error) {
        fault = `the judge itself failed on ${exchange.id}: ${messageOf(error)}`
      }
    },
    verdict: () => {
      const none = { ...base, claims: {}, findings: [] }
      if (fault !== undefined) return { ...none, outcome: 'error', reason: fault }
      if (!tally.isEmpty()) return { ...base, ...tally.conclude() }
      const reason = 'no exchange of this run was of the kind it looks at'
      return { ...none, outcome: 'not-applicable', reason }
    },
  }
}

/** Applies a rule to every exchange of a run. */
export function judgeRule(rule: Rule, exchanges: Iterable<Exchange>, context: Context): Verdict {
  const judge = createRuleJudge(rule, context)
  for (const exchange of exchanges) judge.see(exchange)
  return judge.verdict()
}

/** The verdict that follows from statements, however they were made. */
export function conclude(statements: readonly Statement[], bar: Bar): Conclusion {
  const tally = createTally(bar)
  for (const statement of statements) tally.add(statement)
  return tally.conclude()
}

type Conclusion = Pick<Verdict, 'outcome' | 'claims' | 'findings' | 'more' | 'exchanges'>

interface Tally {
  /** One that holds, and under every reading. */
  count(requirement: RequirementId, exchange: string | undefined): void
  add(statement: Statement): void
  isEmpty(): boolean
  conclude(): Conclusion
}

/** Counts statements, and keeps the findings that are shown: however many there are, it stays small. */
function createTally(bar: Bar): Tally {
  const claims = new Map<RequirementId, number>()
  const exchanges = new Set<string>()
  /** The first of each requirement, and the first of the others, with their place among all. */
  const firsts = new Map<string, Placed>()
  const others: Placed[] = []
  const severities = new Set<Severity>()
  let found = 0
  const find = (finding: Finding) => {
    const placed = { finding, place: found++ }
    severities.add(finding.severity)
    if (!firsts.has(finding.requirement)) firsts.set(finding.requirement, placed)
    else if (others.length < SHOWN) others.push(placed)
  }
  const count = (requirement: RequirementId, exchange: string | undefined) => {
    claims.set(requirement, (claims.get(requirement) ?? 0) + 1)
    if (exchange && exchanges.size < CITED) exchanges.add(exchange)
  }
  return {
    count,
    add: (statement) => {
      count(statement.requirement, statement.exchange)
      for (const finding of toFinding(statement, bar)) find(finding)
    },
    isEmpty: () => claims.size === 0,
    conclude: () => {
      const findings = mostTelling([...firsts.values()], others)
      const more = found - findings.length
      return {
        outcome: outcomeOf([...severities].map((severity) => ({ severity }))),
        claims: Object.fromEntries(claims),
        findings,
        ...(more > 0 ? { more } : {}),
        exchanges: [...exchanges],
      }
    },
  }
}

interface Placed {
  readonly finding: Finding
  readonly place: number
}

/** The first of each requirement before the second of any: what was proved must be seen to be broken. */
function mostTelling(firsts: readonly Placed[], others: readonly Placed[]): Finding[] {
  const chosen = [...firsts, ...others.slice(0, Math.max(0, SHOWN - firsts.length))]
  return chosen.sort((a, b) => a.place - b.place).map(({ finding }) => finding)
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

function idsOf(seen: Seen): string[] {
  return Object.values(seen)
    .flat()
    .map((exchange) => (exchange as Exchange).id)
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
