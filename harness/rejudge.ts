import type { Exchange } from '#scim'
import type { Check, Seen } from './check.ts'
import type { ItemRecord } from './execute.ts'
import { type Context, createRuleJudge, judgeCheck } from './judge.ts'
import type { Item, Units } from './plan.ts'
import { type RunRecord, readRecord } from './record.ts'
import { judgePlay } from './rehearsal.ts'
import type { Verdict } from './verdict.ts'

export interface Rejudged {
  /** With the exchanges that the checks saw, and no others. */
  readonly record: RunRecord
  readonly verdicts: readonly Verdict[]
}

/**
 * Judges a record again, without the network: same exchanges, same verdicts, unless the bar is another.
 * @param sketch the same record, read without its exchanges
 * @throws RecordError
 */
export function rejudge(file: string, sketch: RunRecord, units: Units, context: Context): Rejudged {
  const seen = new Set(sketch.records.flatMap((one) => ('seen' in one ? Object.values(one.seen).flat() : [])))
  const rules = createRuleJudges(sketch.items, units, context)
  const record = readRecord(file, { keep: (id) => seen.has(id), onExchange: rules.see })
  const done = new Map(record.records.map((one) => [one.id, one]))
  const verdicts = judgeItems({ items: record.items, done, exchanges: record.exchanges }, units, context)
  return { record, verdicts: [...verdicts, ...rules.verdicts()] }
}

/** What a run has come to know, without its verdicts. */
interface Known {
  readonly items: readonly Item[]
  readonly done: ReadonlyMap<string, ItemRecord>
  readonly exchanges: ReadonlyMap<string, Exchange>
}

/** The verdicts of everything but rules. */
export function judgeItems(known: Known, units: Units, context: Context): Verdict[] {
  const checks = new Map(units.checks.map((check) => [check.id, check]))
  const items = known.items.filter((item) => item.kind !== 'rule')
  return items.flatMap((item) => {
    if (item.skip) return [skipped(item)]
    const one = known.done.get(item.id)
    return one ? [judgeItem(item, one, checks.get(item.unit), known, context)] : []
  })
}

/** The planned rules, to which the exchanges of a run are shown one after the other. */
export interface RuleJudges {
  see(exchange: Exchange): void
  verdicts(): Verdict[]
}

export function createRuleJudges(items: readonly Item[], units: Units, context: Context): RuleJudges {
  const planned = new Set(items.filter(({ kind }) => kind === 'rule').map(({ unit }) => unit))
  const judges = units.rules.filter(({ id }) => planned.has(id)).map((rule) => createRuleJudge(rule, context))
  return {
    see: (exchange) => {
      // Rules are about SCIM.
      if (exchange.elsewhere) return
      for (const judge of judges) judge.see(exchange)
    },
    verdicts: () => judges.map((judge) => judge.verdict()),
  }
}

export function judgeRules(
  items: readonly Item[],
  units: Units,
  exchanges: Iterable<Exchange>,
  context: Context,
): Verdict[] {
  const judges = createRuleJudges(items, units, context)
  for (const exchange of exchanges) judges.see(exchange)
  return judges.verdicts()
}

export function skipped(item: Item): Verdict {
  const { id, kind, title, requirements, skip } = item
  return {
    id,
    kind,
    title,
    requirements,
    claims: {},
    findings: [],
    exchanges: [],
    ...skip,
  } as unknown as Verdict
}

function judgeItem(
  item: Item,
  one: ItemRecord,
  check: Check | undefined,
  known: Known,
  context: Context,
): Verdict {
  if ('ended' in one) return skipped({ ...item, skip: one.ended })
  const { id, title, requirements } = item
  if ('play' in one) {
    return judgePlay(
      { id, title, proves: requirements } as Parameters<typeof judgePlay>[0],
      one.play,
      context.bar,
    )
  }
  if (check) return judgeCheck(check, id, item.of, seenOf(one.seen, known), context)
  return skipped({ ...item, skip: { outcome: 'error', reason: `this version has no check ${item.unit}` } })
}

function seenOf(names: Readonly<Record<string, string | readonly string[]>>, { exchanges }: Known): Seen {
  const find = (id: string): Exchange => {
    const exchange = exchanges.get(id)
    if (!exchange) throw new Error(`the record lacks exchange ${id}`)
    return exchange
  }
  return Object.fromEntries(
    Object.entries(names).map(([name, ids]) => [name, typeof ids === 'string' ? find(ids) : ids.map(find)]),
  )
}
