import type { ItemRecord } from './execute.ts'
import type { Item } from './plan.ts'
import type { Ending, RunEvent, RunInfo, RunRecord } from './record.ts'
import type { PlayRecord } from './rehearsal.ts'
import type { Verdict } from './verdict.ts'

/** A part of a divided run, read without its exchanges. */
export interface RecordPart {
  readonly file: string
  readonly record: RunRecord
}

/** What stands above and below the exchanges in the record of a whole run. */
export interface Whole {
  readonly info: RunInfo
  readonly items: readonly Item[]
  readonly contracts: RunRecord['contracts']
  readonly ending: Ending
}

/** Why parts do not make up a whole. */
export type Mismatch =
  | { readonly kind: 'no-part'; readonly file: string }
  | {
      readonly kind: 'other'
      readonly file: string
      readonly what: string
      readonly here: string
      readonly there: string
    }
  | { readonly kind: 'twice'; readonly part: string; readonly one: string; readonly other: string }
  | { readonly kind: 'missing'; readonly parts: readonly string[] }

/** Looks whether these are all parts of one run. The first reason why not, or nothing. */
export function mismatchOf(parts: readonly RecordPart[]): Mismatch | undefined {
  const [first] = parts
  if (!first) return { kind: 'missing', parts: [] }
  const seen = new Map<number, string>()
  for (const { file, record } of parts) {
    const { shard } = record.info
    if (!shard) return { kind: 'no-part', file }
    const other = otherIn(record.info, first.record.info)
    if (other) return { kind: 'other', file, ...other }
    const before = seen.get(shard.index)
    if (before !== undefined)
      return { kind: 'twice', part: `${shard.index}/${shard.of}`, one: before, other: file }
    seen.set(shard.index, file)
  }
  const of = first.record.info.shard?.of ?? 0
  const missing = Array.from({ length: of }, (_, n) => n + 1).filter((index) => !seen.has(index))
  return missing.length > 0 ? { kind: 'missing', parts: missing.map((index) => `${index}/${of}`) } : undefined
}

function otherIn(info: RunInfo, first: RunInfo): { what: string; here: string; there: string } | undefined {
  const facts = (one: RunInfo): Record<string, string> => ({
    version: one.tool.version,
    // Each part has an embedded endpoint of its own, at a port of its own.
    target: one.target.embedded ? 'embedded' : one.target.base,
    profile: one.profile.id,
    strict: String(one.strict),
    seed: one.seed,
    only: one.only.join(',') || '-',
    parts: String(one.shard?.of),
  })
  const [here, there] = [facts(info), facts(first)]
  const what = Object.keys(here).find((key) => here[key] !== there[key])
  return what === undefined ? undefined : { what, here: here[what] ?? '', there: there[what] ?? '' }
}

/** The frame of the whole run. It took from the first start to the last end. */
export function wholeOf(parts: readonly RecordPart[]): Whole {
  const infos = parts.map(({ record }) => record.info)
  const endings = parts.flatMap(({ record }) => record.ending ?? [])
  const { shard, ...info } = infos[0] as RunInfo
  const started = infos.map((one) => one.started).sort()[0] as string
  const finished =
    endings
      .map((one) => one.finished)
      .sort()
      .at(-1) ?? started
  const items = new Map(parts.flatMap(({ record }) => record.items.map((item) => [item.id, item] as const)))
  const contracts = new Map(
    parts.flatMap(({ record }) => record.contracts.map((one) => [JSON.stringify(one), one] as const)),
  )
  return {
    info: { ...info, started, run: infos.map(({ run }) => run).join('+') },
    items: [...items.values()].sort((a, b) => a.ordinal - b.ordinal),
    contracts: [...contracts.values()],
    ending: {
      finished,
      ms: Math.max(0, Date.parse(finished) - Date.parse(started)),
      requests: endings.reduce((sum, { requests }) => sum + requests, 0),
      interrupted: endings.length < parts.length || endings.some(({ interrupted }) => interrupted),
      left: endings.flatMap(({ left }) => left),
    },
  }
}

/** Letters in front of the ids of a part's exchanges: each part has counted from 1. */
export function prefixOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? `${letter}.` : `${prefixOf(Math.floor(index / 26) - 1).slice(0, -1)}${letter}.`
}

/** An event with other ids for its exchanges. */
export function renamed(event: RunEvent, prefix: string): RunEvent {
  const name = (id: string) => `${prefix}${id}`
  switch (event.event) {
    case 'exchange':
      return { ...event, exchange: { ...event.exchange, id: name(event.exchange.id) } }
    case 'step':
      return { ...event, exchange: name(event.exchange) }
    case 'item':
      return { ...event, item: itemRenamed(event.item, name) }
    case 'verdict':
      return { ...event, verdict: verdictRenamed(event.verdict, name) }
    default:
      return event
  }
}

type Rename = (id: string) => string

function itemRenamed(item: ItemRecord, name: Rename): ItemRecord {
  if ('seen' in item) {
    const seen = Object.entries(item.seen).map(([key, ids]) => [
      key,
      typeof ids === 'string' ? name(ids) : ids.map(name),
    ])
    return { ...item, seen: Object.fromEntries(seen) }
  }
  return 'play' in item ? { ...item, play: playRenamed(item.play, name) } : item
}

function playRenamed(play: PlayRecord, name: Rename): PlayRecord {
  const { result, steps, exchanges } = play
  const divergences = result.divergences.map((one) =>
    one.exchange === undefined ? one : { ...one, exchange: name(one.exchange) },
  )
  return {
    ...play,
    result: { ...result, divergences },
    steps: steps.map((step) => ({ ...step, exchange: name(step.exchange) })),
    ...(exchanges ? { exchanges: exchanges.map(name) } : {}),
  }
}

function verdictRenamed(verdict: Verdict, name: Rename): Verdict {
  return {
    ...verdict,
    exchanges: verdict.exchanges.map(name),
    findings: verdict.findings.map((one) =>
      one.exchange === undefined ? one : { ...one, exchange: name(one.exchange) },
    ),
  }
}
