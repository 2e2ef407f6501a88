import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isObject, type Json, member } from '#scim'
import { linesOf } from './lines.ts'
import { requestsHaveLeft } from './turn.ts'

/**
 * What a run made, on disk before it is made. One file a run; it is removed when nothing of the run is left.
 * An `intent` without an answer may or may not exist on the target: cleaning up looks for it by its marks.
 */
export type JournalEntry =
  | {
      readonly entry: 'run'
      readonly run: string
      readonly target: string
      readonly started: string
      /** The target was the embedded endpoint, which is gone with the process. */
      readonly embedded?: boolean
    }
  | { readonly entry: 'intent'; readonly n: number; readonly collection: string; readonly marks: Marks }
  | { readonly entry: 'made'; readonly n: number; readonly path: string }
  | { readonly entry: 'refused'; readonly n: number }
  /** The target has answered, and the answer does not tell; `at` in milliseconds since 1970. */
  | { readonly entry: 'answered'; readonly n: number; readonly at: number }
  | { readonly entry: 'gone'; readonly path: string }

/** The names by which a created resource can be found again. */
export type Marks = Readonly<Partial<Record<'userName' | 'displayName' | 'externalId', string>>>

export interface Intent {
  readonly collection: string
  readonly marks: Marks
}

export interface Journal {
  readonly file: string
  /** Resolves when the intent is on the disk itself. */
  intent(collection: string, marks: Marks): Promise<number>
  /** The same for several that are sent in one request, with one wait for the disk. */
  intents(creates: readonly Intent[]): Promise<number[]>
  /** The same for several that are sent later, after the requests of this turn of the loop have left. */
  intentsAhead(creates: readonly Intent[]): Promise<number[]>
  made(n: number, path: string): void
  refused(n: number): void
  /** What came of it does not show in the answer: whether anything was made is to be found out. */
  answered(n: number): void
  gone(path: string): void
  close(): void
}

export const journalFile = (out: string, run: string) => join(out, 'journal', `${run}.ndjson`)

export interface JournalOptions {
  /** The target is the embedded endpoint. */
  readonly embedded?: boolean
  /** Requests go one after the other: nothing else could be done while the disk is waited for. */
  readonly alone?: boolean
}

/** Opens (or goes on with) the journal of a run. */
export function openJournal(
  out: string,
  run: string,
  target: string,
  { embedded, alone }: JournalOptions = {},
): Journal {
  mkdirSync(join(out, 'journal'), { recursive: true })
  const file = journalFile(out, run)
  const known = existsSync(file) ? readJournal(file) : undefined
  // A line that a crash cut off must not take the next one along.
  let waiting = Buffer.from(known && !endsWithBreak(file) ? '\n' : '')
  const fd = openSync(file, 'a', 0o600)
  /** A disk that gets full takes a part, and says so with the next: what is left waits for room. */
  const flush = () => {
    while (waiting.length > 0) waiting = waiting.subarray(writeSync(fd, waiting))
  }
  const add = (entry: JournalEntry) => {
    waiting = Buffer.concat([waiting, Buffer.from(`${JSON.stringify(entry)}\n`)])
  }
  /** What came of an intent that is on disk can be found out again: a full disk must not keep anybody from going on. */
  const flushIfThereIsRoom = () => {
    try {
      flush()
    } catch {
      // It is tried again with whatever is written next.
    }
  }
  const write = (entry: JournalEntry) => {
    add(entry)
    flushIfThereIsRoom()
  }
  const sync = alone ? async () => syncNow(fd, flush) : groupedSync(fd, flush)
  let n = known?.last ?? 0
  const started = new Date().toISOString()
  if (!known) {
    add({ entry: 'run', run, target, started, ...(embedded ? { embedded } : {}) })
    begin(fd, flush)
  }
  const note = ({ collection, marks }: Intent) => {
    // Written with the next sync: nothing is sent before that.
    add({ entry: 'intent', n: ++n, collection, marks })
    return n
  }
  const noteAll = async (creates: readonly Intent[]) => {
    const mine = creates.map(note)
    if (mine.length > 0) await sync()
    return mine
  }
  return {
    file,
    intent: async (collection, marks) => {
      const mine = note({ collection, marks })
      await sync()
      return mine
    },
    intents: noteAll,
    intentsAhead: async (creates) => {
      await requestsHaveLeft()
      return await noteAll(creates)
    },
    made: (number, path) => void write({ entry: 'made', n: number, path }),
    refused: (number) => void write({ entry: 'refused', n: number }),
    answered: (number) => void write({ entry: 'answered', n: number, at: Date.now() }),
    gone: (path) => void write({ entry: 'gone', path }),
    close: () => {
      flushIfThereIsRoom()
      closeSync(fd)
    },
  }
}

function endsWithBreak(file: string): boolean {
  const last = Buffer.alloc(1)
  const fd = openSync(file, 'r')
  try {
    return readSync(fd, last, 0, 1, Math.max(0, fstatSync(fd).size - 1)) === 1 && last[0] === 10
  } finally {
    closeSync(fd)
  }
}

/** Without its first line nobody knew where to clean up: then nothing may be made. */
function begin(fd: number, flush: () => void): void {
  try {
    flush()
  } catch (error) {
    closeSync(fd)
    throw error
  }
}

/** Waiting for another thread would let work of less haste go first, and takes longer than the disk. */
function syncNow(fd: number, flush: () => void): void {
  flush()
  fdatasyncSync(fd)
}

/** One fsync serves every intent written before it began; each caller waits for one that began after its write. */
function groupedSync(fd: number, flush: () => void): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = () => {
    flush()
    return new Promise<void>((resolve, reject) =>
      fdatasync(fd, (error) => (error ? reject(error) : resolve())),
    )
  }
  const after = async (current: Promise<void>) => {
    await current.catch(() => undefined)
    next = undefined
    running = start()
    return running
  }
  return async () => {
    if (running && !next) next = after(running)
    if (next) return next
    running = start()
    await running.finally(() => {
      if (!next) running = undefined
    })
  }
}

export interface Left {
  readonly run: string
  readonly target: string
  readonly embedded: boolean
  readonly last: number
  /** Made and not yet gone, newest first. */
  readonly paths: readonly string[]
  /** Made, and gone since, as far as the target says. */
  readonly gone: readonly string[]
  /** Where the run wanted to make something, with the names that it gave there. */
  readonly collections: ReadonlyMap<string, ReadonlySet<keyof Marks>>
  /** Sent, with no word on what came of it. */
  readonly unknown: readonly Unknown[]
}

/** An intent with no word on what came of it. */
export interface Unknown extends Intent {
  /** When an answer came that does not tell, in milliseconds since 1970. */
  readonly answered?: number
}

/** Reads a journal; a line cut off by a crash is skipped, since what it announced was never sent. */
export function readJournal(file: string): Left {
  let head: Extract<JournalEntry, { entry: 'run' }> | undefined
  const paths = new Set<string>()
  const gone = new Set<string>()
  const open = new Map<number, Unknown>()
  const collections = new Map<string, Set<keyof Marks>>()
  let last = 0
  for (const e of entriesOf(file)) {
    if (e.entry === 'run') head ??= e
    else if (e.entry === 'intent') {
      last = e.n
      open.set(e.n, { collection: e.collection, marks: e.marks })
      const names = collections.get(e.collection) ?? new Set()
      collections.set(e.collection, names)
      for (const name of Object.keys(e.marks) as (keyof Marks)[]) names.add(name)
    } else if (e.entry === 'made') {
      open.delete(e.n)
      paths.add(e.path)
    } else if (e.entry === 'refused') open.delete(e.n)
    else if (e.entry === 'answered') {
      const intent = open.get(e.n)
      if (intent) open.set(e.n, { ...intent, answered: e.at })
    } else if (e.entry === 'gone' && paths.delete(e.path)) gone.add(e.path)
  }
  return {
    run: head?.run ?? '',
    target: head?.target ?? '',
    embedded: head?.embedded ?? false,
    last,
    paths: [...paths].reverse(),
    gone: [...gone],
    collections,
    unknown: [...open.values()],
  }
}

/** One after the other: a run may have made a hundred thousand resources. */
function* entriesOf(file: string): Generator<JournalEntry> {
  for (const line of linesOf(file)) {
    const entry = parseEntry(line)
    if (entry) yield entry
  }
}

function parseEntry(line: string): JournalEntry | undefined {
  try {
    const entry: unknown = JSON.parse(line)
    return isObject(entry) && typeof entry.entry === 'string' ? (entry as unknown as JournalEntry) : undefined
  } catch {
    return undefined
  }
}

export function journals(out: string): string[] {
  const folder = join(out, 'journal')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => join(folder, name))
}

/** Removes a journal, and its folder when it was the last. */
export function removeJournal(file: string): void {
  rmSync(file, { force: true })
  if (readdirSync(dirname(file)).length === 0) rmdirSync(dirname(file))
}

/** The names in a body by which it can be found again: only those that carry the run's mark, so that nobody else's match. */
export function marksOf(body: Json | undefined, tag: string): Marks {
  const names = ['userName', 'displayName', 'externalId'] as const
  const found = names.flatMap((name) => {
    const value = member(body, name)
    return typeof value === 'string' && value.includes(tag) ? [[name, value] as const] : []
  })
  return Object.fromEntries(found)
}
