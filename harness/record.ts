import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { type Exchange, isObject } from '#scim'
import type { ProfileNote } from './check.ts'
import type { ItemRecord } from './execute.ts'
import type { Facts } from './facts.ts'
import type { Contract } from './learn.ts'
import { linesOf } from './lines.ts'
import type { Observed } from './observe.ts'
import type { Item } from './plan.ts'
import type { PlayRecord } from './rehearsal.ts'
import type { Shard } from './shard.ts'
import { shortened } from './short-texts.ts'
import { type StoryEvent, type StoryStep, Timeline } from './story.ts'
import { requestsHaveLeft } from './turn.ts'
import type { Verdict } from './verdict.ts'

/** Since version 2 a play's steps and timeline have lines of their own. Version 1 is read all the same. */
export const RECORD_VERSION = 2
const READABLE: readonly number[] = [1, RECORD_VERSION]

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
    /** How the run signed in, as `auth.type` of the configuration. */
    readonly signIn?: string
    readonly override?: string
  }
  readonly profile: {
    readonly id: string
    readonly title: string
    /** The title in bokmål. */
    readonly nb?: string
    readonly waived: readonly string[]
    /** What its authors found to be contradictory or open: shown, never judged. */
    readonly notes?: readonly ProfileNote[]
  }
  /** Who is judged, where it is not the target: a client that was recorded by `serve --record`. */
  readonly subject?: 'client'
  readonly strict: boolean
  readonly only: readonly string[]
  /** Which part of a run that was divided. */
  readonly shard?: Shard
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
  /** What a recorded client sent beside the base address, from the root and without a query: answered 404, never judged. */
  readonly beside?: readonly Stray[]
}

export interface Stray {
  readonly method: string
  readonly path: string
  readonly times: number
}

/** The events of a run, in order: the one source of every report. */
export type RunEvent =
  | { readonly event: 'run'; readonly version: number; readonly info: RunInfo }
  | { readonly event: 'facts'; readonly facts: Facts }
  | { readonly event: 'plan'; readonly items: readonly Item[] }
  | { readonly event: 'learnt'; readonly contracts: readonly Contract[] }
  | { readonly event: 'exchange'; readonly exchange: Exchange; readonly json?: Observed['json'] }
  | StoryEvent
  | { readonly event: 'item'; readonly item: ItemRecord }
  | { readonly event: 'verdict'; readonly verdict: Verdict }
  | { readonly event: 'end'; readonly ending: Ending }

export interface RecordWriter {
  /**
   * Never throws: what cannot be written must keep nobody from cleaning up.
   *
   * @param event or what makes it: then that is done later, while the loop waits anyway
   */
  write(event: RunEvent | (() => RunEvent)): void
  /** @throws Error of the first write that failed, a full disk for one: nothing was written since */
  check(): void
  /** @throws Error like `check` */
  close(): void
}

/** A play may tell a hundred thousand lines in one turn. */
const MOST_WAITING = 256

/** Appends events to a file, one JSON line each; `append` goes on with a record that another process part began. */
export function openRecord(file: string, append = false): RecordWriter {
  const fd = openSync(file, append ? 'a' : 'w', 0o600)
  let waiting: (RunEvent | (() => RunEvent))[] = []
  let failure: { readonly error: unknown } | undefined
  const flush = () => {
    const events = waiting
    waiting = []
    if (failure) return
    const pieces = events.flatMap((event) => lineOf(typeof event === 'function' ? event() : event))
    try {
      writeWhole(fd, chunksOf(pieces))
    } catch (error) {
      failure = { error }
    }
  }
  const check = () => {
    if (failure) throw failure.error
  }
  return {
    // Events of one turn of the loop go to the disk together, after the requests that follow from its answers have left;
    // what the target must not lose is in the journal.
    write: (event) => {
      if (waiting.length === 0) void requestsHaveLeft().then(flush)
      waiting.push(event)
      if (waiting.length >= MOST_WAITING) flush()
    },
    check,
    close: () => {
      flush()
      closeSync(fd)
      check()
    },
  }
}

/** All of it or nothing: what a full disk took a part of would make the whole record unreadable. */
function writeWhole(fd: number, texts: Iterable<string>): void {
  let written = 0
  try {
    for (const text of texts) {
      const before = written
      written += writeSync(fd, text)
      // Nearly always all of it went: a copy is made of what did not.
      for (const end = before + Buffer.byteLength(text); written < end; )
        written += writeSync(fd, Buffer.from(text), written - before)
    }
  } catch (error) {
    ftruncateSync(fd, fstatSync(fd).size - written)
    throw error
  }
}

/** Letters that are written at once. */
const AT_ONCE = 65_536

/** Short pieces together and long ones cut: a group with everybody in it would stand in memory twice more. */
function* chunksOf(pieces: readonly string[]): Generator<string> {
  let chunk = ''
  for (const piece of pieces) {
    if (chunk.length + piece.length > AT_ONCE) {
      yield chunk
      chunk = ''
    }
    if (piece.length <= AT_ONCE) chunk += piece
    else yield* cutUp(piece)
  }
  yield chunk
}

function* cutUp(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    // Not between the two halves of one letter.
    const isHalf = HIGH_SURROGATE.test(text.charAt(from + AT_ONCE - 1))
    const to = from + AT_ONCE - (isHalf ? 1 : 0)
    yield text.slice(from, to)
    from = to
  }
}

const HIGH_SURROGATE = /[\ud800-\udbff]/

/** A line in one or more pieces. */
const lineOf = (event: RunEvent): string | string[] =>
  event.event === 'exchange' ? lineOfExchange(event.exchange, event.json) : `${JSON.stringify(event)}\n`

/** What stands after the body of an answer: its line ends with it. */
const AFTER_BODY = '}}}'

/**
 * The body of an answer can be long. Where it may stand in the line as it came, `letters` says how many those are, and nothing
 * is made of it; otherwise telling whether its text has to be kept makes JSON of it, and that is used.
 */
function lineOfExchange(exchange: Exchange, sent?: string): string | string[] {
  const { response, ...others } = exchange
  if (response?.body === undefined) return `${JSON.stringify({ event: 'exchange', exchange })}\n`
  const { text, body, ...rest } = response
  const json = sent ?? JSON.stringify(body)
  const isShown = sent === undefined && text === shownOf(json, response)
  const kept = sent !== undefined ? { ...rest, letters: sent.length } : isShown ? rest : { ...rest, text }
  const answer = `${JSON.stringify(kept).slice(0, -1)},"body":`
  return [
    `{"event":"exchange","exchange":${JSON.stringify(others).slice(0, -1)},"response":${answer}`,
    json,
    `${AFTER_BODY}\n`,
  ]
}

/** What an answer's text is where it is the JSON of its body to the letter. */
const shownOf = (json: string, { cut }: { readonly cut?: boolean }): string =>
  cut === true ? shortened(json) : json

function unpacked(event: RunEvent, line: string): RunEvent {
  if (event.event !== 'exchange') return event
  const { response } = event.exchange as { readonly response?: { readonly letters?: number; cut?: boolean } }
  if (response?.letters === undefined) return { ...event, exchange: withText(event.exchange) }
  const { letters, ...kept } = response
  const text = shownOf(line.slice(-AFTER_BODY.length - letters, -AFTER_BODY.length), kept)
  return { ...event, exchange: { ...event.exchange, response: { ...kept, text } } as Exchange }
}

/** An answer's text is left out where its JSON is the same to the letter, as nearly always; `withText` puts it back. */
export function withoutText(exchange: Exchange): object {
  if (exchange.response?.body === undefined) return exchange
  const { text, ...response } = exchange.response
  const json = JSON.stringify(response.body)
  return text === shownOf(json, response) ? { ...exchange, response } : exchange
}

export function withText(exchange: Exchange): Exchange {
  const { response } = exchange
  if (!response) return exchange
  const text = (response as { text?: string }).text ?? shownOf(JSON.stringify(response.body), response)
  return { ...exchange, response: { ...response, text } }
}

/** What the exchanges of a run come to, whether they are kept or not. */
export interface Sums {
  readonly requests: number
  /** Milliseconds from the beginning to the end of the last exchange. */
  readonly last: number
  /** By the item that sent them. */
  readonly spent: ReadonlyMap<string, { readonly requests: number; readonly ms: number }>
}

/** A record, read back. `ending` is missing when the run was killed. */
export interface RunRecord {
  readonly info: RunInfo
  readonly facts: Facts
  readonly items: readonly Item[]
  /** What the target turned out to want beyond what it publishes. */
  readonly contracts: readonly Contract[]
  /** Those that were to be kept. */
  readonly exchanges: ReadonlyMap<string, Exchange>
  readonly records: readonly ItemRecord[]
  readonly verdicts: readonly Verdict[]
  readonly ending?: Ending
  /** Of all exchanges; those that are kept are all where this is missing. */
  readonly sums?: Sums
}

export class RecordError extends Error {
  override readonly name = 'RecordError'
}

/** How much of a record stays in memory. A long run has a million exchanges, and few of them are shown. */
export interface Reading {
  /** Whether an exchange stays, and the step that it belongs to. All do where nothing is said. */
  readonly keep?: (id: string) => boolean
  /** Sees every exchange, in order. Without it those that do not stay are passed over unread. */
  readonly onExchange?: (exchange: Exchange) => void
}

/** Of each play so many steps and lines of its timeline are kept, whatever else is. */
export const STORY = 2_000

/**
 * Reads a record line by line.
 * @throws RecordError when the file is no record of a run that this version can read
 */
export function readRecord(file: string, reading: Reading = {}): RunRecord {
  const reader = new RecordReader(file, reading)
  for (const line of linesOf(file)) reader.line(line)
  return reader.end()
}

/** The same from events that are at hand; `file` is named in messages. */
export function fromEvents(events: Iterable<RunEvent>, file: string): RunRecord {
  const reader = new RecordReader(file, {})
  for (const event of events) reader.event(event)
  return reader.end()
}

/**
 * Every event of a record, one after the other.
 * @throws RecordError at a line that is none
 */
export function* eventsOf(file: string): Generator<RunEvent> {
  let number = 0
  for (const line of linesOf(file)) {
    number += 1
    if (line !== '') yield parseLine(line, number, file)
  }
}

/** How the line of an exchange begins, as this program writes it. */
const EXCHANGE = /^\{"event":"exchange","exchange":\{"id":"([\w.-]+)"/

interface Story {
  steps: number
  readonly kept: StoryStep[]
  readonly timeline: Timeline
}

/** Takes up one event after the other. */
class RecordReader {
  private readonly file: string
  private readonly keep: (id: string) => boolean
  private readonly reading: Reading
  private number = 0
  private head: Extract<RunEvent, { event: 'run' }> | undefined
  private facts: Facts | undefined
  private items: readonly Item[] | undefined
  private ending: Ending | undefined
  private readonly contracts: Contract[] = []
  private readonly exchanges = new Map<string, Exchange>()
  private readonly records: ItemRecord[] = []
  private readonly verdicts: Verdict[] = []
  private readonly stories = new Map<string, Story>()
  private readonly spent = new Map<string, { requests: number; ms: number }>()
  private requests = 0
  private last = 0

  constructor(file: string, reading: Reading) {
    this.file = file
    this.reading = reading
    this.keep = reading.keep ?? (() => true)
  }

  line(line: string): void {
    this.number += 1
    if (line === '') return
    if (!this.reading.onExchange) {
      const id = EXCHANGE.exec(line.slice(0, 100))?.[1]
      if (id !== undefined && !this.keep(id)) return
    }
    this.event(parseLine(line, this.number, this.file))
  }

  event(event: RunEvent): void {
    switch (event.event) {
      case 'run':
        this.head ??= event
        return
      case 'facts':
        this.facts ??= event.facts
        return
      case 'plan':
        this.items ??= event.items
        return
      case 'learnt':
        this.contracts.push(...event.contracts)
        return
      case 'exchange':
        this.exchange(event.exchange)
        return
      case 'step':
        this.step(event)
        return
      case 'told':
        this.story(event.play).timeline.add(event.entry)
        return
      case 'item':
        this.records.push(event.item)
        return
      case 'verdict':
        this.verdicts.push(event.verdict)
        return
      case 'end':
        this.ending = event.ending
    }
  }

  end(): RunRecord {
    const { file, head, facts, ending } = this
    if (!head || !facts)
      throw new RecordError(`${file} is not the record of a run: it has no ${head ? 'facts' : 'run'} line`)
    if (!READABLE.includes(head.version)) {
      const known = READABLE.join(' and ')
      throw new RecordError(`${file} has record version ${head.version}; this version reads ${known}`)
    }
    return {
      info: head.info,
      facts,
      items: this.items ?? [],
      contracts: this.contracts,
      exchanges: this.exchanges,
      records: this.records.map((one) => this.withStory(one)),
      verdicts: this.verdicts,
      ...(ending ? { ending } : {}),
      sums: { requests: this.requests, last: this.last, spent: this.spent },
    }
  }

  private exchange(exchange: Exchange): void {
    const { id, by, at, ms } = exchange
    this.requests += 1
    this.last = Math.max(this.last, at + ms)
    const spent = this.spent.get(by) ?? { requests: 0, ms: 0 }
    spent.requests += 1
    spent.ms += ms
    this.spent.set(by, spent)
    this.reading.onExchange?.(exchange)
    if (this.keep(id)) this.exchanges.set(id, exchange)
  }

  private story(play: string): Story {
    const known = this.stories.get(play)
    if (known) return known
    const story: Story = { steps: 0, kept: [], timeline: new Timeline(STORY) }
    this.stories.set(play, story)
    return story
  }

  private step({ play, exchange, note }: Extract<StoryEvent, { event: 'step' }>): void {
    const story = this.story(play)
    const index = story.steps++
    if (index < STORY || this.keep(exchange)) story.kept.push({ exchange, note, index })
  }

  /** The record of a play with what it told while it went on. */
  private withStory(one: ItemRecord): ItemRecord {
    const story = 'play' in one ? this.stories.get(one.id) : undefined
    if (!story || !('play' in one)) return one
    const timeline = [...story.timeline.end(), ...one.play.result.timeline]
    const play: PlayRecord = { ...one.play, result: { ...one.play.result, timeline }, steps: story.kept }
    return { ...one, play }
  }
}

function parseLine(line: string, number: number, file: string): RunEvent {
  try {
    const event: unknown = JSON.parse(line)
    if (isObject(event) && typeof event.event === 'string')
      return unpacked(event as unknown as RunEvent, line)
  } catch {
    // Falls through to the message that names the line.
  }
  throw new RecordError(`${file}, line ${number}: not an event of a run`)
}
