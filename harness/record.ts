import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { type Exchange, isObject } from '#scim'
import type { ItemRecord } from './execute.ts'
import type { Facts } from './facts.ts'
import type { Contract } from './learn.ts'
import type { Item } from './plan.ts'
import type { Verdict } from './verdict.ts'

export const RECORD_VERSION = 1

/** How a run was started. No secret is among it. */
export interface RunInfo {
  readonly tool: { readonly name: string; readonly version: string }
  readonly node: string
  readonly run: string
  readonly seed: string
  readonly started: string
  readonly target: {
    readonly base: string
    readonly embedded: boolean
    readonly hostClass: string
    readonly override?: string
  }
  readonly profile: { readonly id: string; readonly title: string; readonly waived: readonly string[] }
  readonly strict: boolean
  readonly only: readonly string[]
  readonly concurrency: number
  readonly command: readonly string[]
}

export interface Ending {
  readonly finished: string
  readonly ms: number
  readonly requests: number
  readonly interrupted: boolean
  /** What could not be removed from the target. */
  readonly left: readonly { readonly path: string; readonly answer: string }[]
}

/** The events of a run, in order: the one source of every report. */
export type RunEvent =
  | { readonly event: 'run'; readonly version: number; readonly info: RunInfo }
  | { readonly event: 'facts'; readonly facts: Facts }
  | { readonly event: 'plan'; readonly items: readonly Item[] }
  | { readonly event: 'learnt'; readonly contracts: readonly Contract[] }
  | { readonly event: 'exchange'; readonly exchange: Exchange }
  | { readonly event: 'item'; readonly item: ItemRecord }
  | { readonly event: 'verdict'; readonly verdict: Verdict }
  | { readonly event: 'end'; readonly ending: Ending }

export interface RecordWriter {
  write(event: RunEvent): void
  close(): void
}

/** Appends events to a file, one JSON line each; `append` goes on with a record that another process part began. */
export function openRecord(file: string, append = false): RecordWriter {
  const fd = openSync(file, append ? 'a' : 'w', 0o600)
  let waiting: string[] = []
  const flush = () => {
    if (waiting.length > 0) writeSync(fd, waiting.join(''))
    waiting = []
  }
  return {
    // Events of one turn of the loop go to the disk together; what the target must not lose is in the journal.
    write: (event) => {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push(`${JSON.stringify(packed(event))}\n`)
    },
    close: () => {
      flush()
      closeSync(fd)
    },
  }
}

/** An answer's text is left out where its JSON is the same to the letter, as nearly always; reading puts it back. */
function packed(event: RunEvent): object {
  if (event.event !== 'exchange' || event.exchange.response?.body === undefined) return event
  const { text, ...response } = event.exchange.response
  if (text !== JSON.stringify(response.body)) return event
  return { ...event, exchange: { ...event.exchange, response } }
}

function unpacked(event: RunEvent): RunEvent {
  if (event.event !== 'exchange' || !event.exchange.response) return event
  const { response } = event.exchange
  const text = (response as { text?: string }).text ?? JSON.stringify(response.body)
  return { ...event, exchange: { ...event.exchange, response: { ...response, text } } }
}

/** A record, read back. `ending` is missing when the run was killed. */
export interface RunRecord {
  readonly info: RunInfo
  readonly facts: Facts
  readonly items: readonly Item[]
  /** What the target turned out to want beyond what it publishes. */
  readonly contracts: readonly Contract[]
  readonly exchanges: ReadonlyMap<string, Exchange>
  readonly records: readonly ItemRecord[]
  readonly verdicts: readonly Verdict[]
  readonly ending?: Ending
}

export class RecordError extends Error {
  override readonly name = 'RecordError'
}

/** @throws RecordError when the file is no record of a run that this version can read */
export function readRecord(file: string): RunRecord {
  const events = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => parseLine(line, index, file))
  return fromEvents(events, file)
}

export function fromEvents(events: readonly RunEvent[], file: string): RunRecord {
  const head = events.find((e) => e.event === 'run')
  const facts = events.find((e) => e.event === 'facts')?.facts
  if (!head || !facts)
    throw new RecordError(`${file} is not the record of a run: it has no ${head ? 'facts' : 'run'} line`)
  if (head.version !== RECORD_VERSION) {
    throw new RecordError(`${file} has record version ${head.version}; this version reads ${RECORD_VERSION}`)
  }
  const exchanges = events.flatMap((e) => (e.event === 'exchange' ? [e.exchange] : []))
  const ending = events.findLast((e) => e.event === 'end')?.ending
  return {
    info: head.info,
    facts,
    items: events.find((e) => e.event === 'plan')?.items ?? [],
    contracts: events.flatMap((e) => (e.event === 'learnt' ? e.contracts : [])),
    exchanges: new Map(exchanges.map((exchange) => [exchange.id, exchange])),
    records: events.flatMap((e) => (e.event === 'item' ? [e.item] : [])),
    verdicts: events.flatMap((e) => (e.event === 'verdict' ? [e.verdict] : [])),
    ...(ending ? { ending } : {}),
  }
}

function parseLine(line: string, index: number, file: string): RunEvent {
  try {
    const event: unknown = JSON.parse(line)
    if (isObject(event) && typeof event.event === 'string') return unpacked(event as unknown as RunEvent)
  } catch {
    // Falls through to the message that names the line.
  }
  throw new RecordError(`${file}, line ${index + 1}: not an event of a run`)
}
