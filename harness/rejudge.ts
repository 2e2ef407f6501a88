import type { Exchange } from '#scim'
import type { Check, Seen } from './check.ts'
import type { ItemRecord } from './execute.ts'
import { type Context, judgeCheck, judgeRule } from './judge.ts'
import type { Item, Units } from './plan.ts'
import type { RunRecord } from './record.ts'
import { judgePlay } from './rehearsal.ts'
import type { Verdict } from './verdict.ts'

/** Judges a record again, without the network: same exchanges, same verdicts, unless the bar is another. */
export function rejudge(record: RunRecord, units: Units, context: Context): Verdict[] {
  const done = new Map(record.records.map((one) => [one.id, one]))
  const checks = new Map(units.checks.map((check) => [check.id, check]))
  const items = record.items.filter((item) => item.kind !== 'rule')
  const verdicts = items.flatMap((item) => {
    if (item.skip) return [skipped(item)]
    const one = done.get(item.id)
    return one ? [judgeItem(item, one, checks.get(item.unit), record, context)] : []
  })
  return [...verdicts, ...judgeRules(record.items, units, [...record.exchanges.values()], context)]
}

export function judgeRules(
  items: readonly Item[],
  units: Units,
  exchanges: readonly Exchange[],
  context: Context,
): Verdict[] {
  const planned = new Set(items.filter(({ kind }) => kind === 'rule').map(({ unit }) => unit))
  return units.rules.filter(({ id }) => planned.has(id)).map((rule) => judgeRule(rule, exchanges, context))
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
  record: RunRecord,
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
  if (check) return judgeCheck(check, id, item.of, seenOf(one.seen, record), context)
  return skipped({ ...item, skip: { outcome: 'error', reason: `this version has no check ${item.unit}` } })
}

function seenOf(names: Readonly<Record<string, string | readonly string[]>>, record: RunRecord): Seen {
  const find = (id: string): Exchange => {
    const exchange = record.exchanges.get(id)
    if (!exchange) throw new Error(`the record lacks exchange ${id}`)
    return exchange
  }
  return Object.fromEntries(
    Object.entries(names).map(([name, ids]) => [name, typeof ids === 'string' ? find(ids) : ids.map(find)]),
  )
}
