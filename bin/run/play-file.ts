import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { type Kept, linesOf, type Part, type PlayRun, Unfinished, withoutText, withText } from '#harness'
import { type Exchange, isObject, type Json, member } from '#scim'
import { parts } from '../messages/parts.ts'
import { UsageError } from '../usage-error.ts'
import { codeOf } from './state-file.ts'

const FORMAT = 'scim-test play'
const VERSION = 1

/** The first line: what a play was begun with. No secret is among it. */
export interface PlayHead {
  /** Version of the program. */
  readonly program: string
  readonly run: string
  readonly target: string
  readonly profile: string
  readonly seed: string
  readonly dialect: string
  /** As it was named: a name or a file. */
  readonly scenario: string
  /** `entra/joiner-to-leaver`. */
  readonly play: string
}

/** A play as a file keeps it: what it was begun with, and every answer that it got. All else follows from these. */
export interface KeptPlay {
  readonly file: string
  readonly head: PlayHead
  /** None where it was stopped before it began. */
  readonly run: PlayRun | undefined
  /** Requests that were answered. */
  readonly requests: number
  /** Exchanges, with those that were made for the sake of a request. */
  readonly sent: number
  /** Up to the end of the last whole line. */
  readonly bytes: number
}

/** Begins a file that is not there yet. @throws UsageError */
export function createPlayFile(file: string, head: PlayHead): KeptPlay {
  const line = toLine({ format: FORMAT, version: VERSION, ...head })
  try {
    const fd = openSync(file, 'wx', 0o600)
    try {
      writeAll(fd, line)
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new UsageError(parts().exists(file))
    throw new UsageError(parts().notWritten(file, codeOf(error)))
  }
  return { file, head, run: undefined, requests: 0, sent: 0, bytes: Buffer.byteLength(line) }
}

/**
 * Reads a file to go on with. What a crash cut off in its last line was never kept.
 *
 * @throws UsageError where it is not there, something else, broken, or where the play is over
 */
export function readPlayFile(file: string): KeptPlay {
  try {
    return readWhole(file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(parts().notRead(file, codeOf(error)))
  }
}

function readWhole(file: string): KeptPlay {
  const bytes = wholeLines(file)
  let head: PlayHead | undefined
  let run: PlayRun | undefined
  let requests = 0
  let sent = 0
  for (const [line, number] of entriesOf(file, bytes)) {
    const entry = parsed(line)
    if (!head) {
      head = headOf(entry, file)
      continue
    }
    if (member(entry, 'ends') === true) throw new UsageError(parts().over(file, head.play))
    const begins = member(entry, 'begins')
    if (!run && isRun(begins)) run = begins
    else if (run && isKept(entry)) {
      requests += 1
      sent += entry.exchanges.length
    } else throw new UsageError(parts().broken(file, number))
  }
  if (!head) throw new UsageError(parts().foreign(file))
  return { file, head, run, requests, sent, bytes }
}

export interface PartOptions extends Pick<Part, 'journal' | 'until' | 'signal'> {}

/** Goes on with a file: what was cut off goes, and what happens from now on is written behind the rest. */
export function openPart(kept: KeptPlay, options: PartOptions): Part & { close(): void } {
  const { file, run, sent } = kept
  const fd = openSync(file, 'r+')
  ftruncateSync(fd, kept.bytes)
  let { bytes } = kept
  let heard: Exchange[] = []
  const add = (entry: object) => {
    const line = Buffer.from(toLine(entry))
    keeping(() => {
      // Two parts at a time would write to the target at cross purposes.
      if (fstatSync(fd).size !== bytes) throw new Error(parts().changedBySomebody)
      writeAll(fd, line, bytes)
    })
    bytes += line.length
  }
  return {
    ...options,
    run,
    sent,
    begin: (begins) => add({ begins }),
    earlier: () => earlierIn(file, kept.bytes),
    hear: (exchange) => void heard.push(exchange),
    keep: (made) => {
      add({ made, exchanges: heard.map(withoutText) })
      heard = []
    },
    end: () => add({ ends: true }),
    close: () => closeSync(fd),
  }
}

function keeping(write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new Unfinished({ kind: 'not kept', why: codeOf(error) })
  }
}

function* earlierIn(file: string, bytes: number): Generator<Kept> {
  for (const [line] of entriesOf(file, bytes)) {
    const entry = parsed(line)
    if (isKept(entry)) yield { made: entry.made, exchanges: entry.exchanges.map(withText) }
  }
}

/** The lines up to a place in the file, with their numbers. */
function* entriesOf(file: string, bytes: number): Generator<readonly [string, number]> {
  let number = 0
  let read = 0
  for (const line of linesOf(file)) {
    read += Buffer.byteLength(line) + 1
    if (read > bytes) return
    yield [line, ++number]
  }
}

const TAIL = 1 << 16

/** How many bytes of the file are whole lines. */
function wholeLines(file: string): number {
  const fd = openSync(file, 'r')
  try {
    const piece = Buffer.alloc(TAIL)
    for (let end = fstatSync(fd).size; end > 0; ) {
      const from = Math.max(0, end - TAIL)
      readSync(fd, piece, 0, end - from, from)
      const last = piece.subarray(0, end - from).lastIndexOf(10)
      if (last !== -1) return from + last + 1
      end = from
    }
    return 0
  } finally {
    closeSync(fd)
  }
}

function writeAll(fd: number, text: string | Buffer, at?: number): void {
  let place = at
  for (let rest = Buffer.from(text); rest.length > 0; ) {
    const written = writeSync(fd, rest, 0, rest.length, place)
    if (place !== undefined) place += written
    rest = rest.subarray(written)
  }
}

const toLine = (entry: object): string => `${JSON.stringify(entry)}\n`

function parsed(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json
  } catch {
    return undefined
  }
}

const HEAD = ['program', 'run', 'target', 'profile', 'seed', 'dialect', 'scenario', 'play'] as const

function headOf(entry: Json | undefined, file: string): PlayHead {
  if (member(entry, 'format') !== FORMAT) throw new UsageError(parts().foreign(file))
  const version = member(entry, 'version')
  if (version !== VERSION) throw new UsageError(parts().version(file, String(version), VERSION))
  if (!HEAD.every((name) => typeof member(entry, name) === 'string'))
    throw new UsageError(parts().broken(file, 1))
  return entry as unknown as PlayHead
}

function isRun(run: unknown): run is PlayRun {
  return isObject(run) && typeof run.tag === 'string' && typeof run.seed === 'string'
}

function isKept(entry: Json | undefined): entry is Json & Kept {
  const made = member(entry, 'made')
  const exchanges = member(entry, 'exchanges')
  return (
    Array.isArray(made) &&
    made.every((path) => typeof path === 'string') &&
    Array.isArray(exchanges) &&
    exchanges.length > 0 &&
    exchanges.every(isExchange)
  )
}

function isExchange(exchange: Json): boolean {
  const request = member(exchange, 'request')
  const response = member(exchange, 'response')
  const texts = [member(exchange, 'id'), member(request, 'method'), member(request, 'path')]
  const answered =
    typeof member(response, 'status') === 'number' && Array.isArray(member(response, 'headers'))
  return (
    texts.every((text) => typeof text === 'string') && (answered || isObject(member(exchange, 'failure')))
  )
}
