import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { resolve } from 'node:path'
import type { Kept } from '#endpoint'
import { isObject, type Json, member } from '#scim'
import { serving } from '../messages/serving.ts'
import { UsageError } from '../usage-error.ts'

const FORMAT = 'scim-test state'
const VERSION = 1

/** The file in which the reference endpoint keeps its data from one start to the next. */
export interface StateFile {
  /** What was there at the start. */
  readonly kept: readonly Kept[]
  /** All of it or nothing: whoever reads meanwhile, or after a power cut, finds the old file or the new one. */
  write(kept: readonly Kept[]): void
}

/**
 * Opens a file of state, or begins one. A file that is something else is left as it is.
 *
 * @param types names of the resource types that the endpoint has
 * @throws UsageError
 */
export function openStateFile(path: string, types: readonly string[]): StateFile {
  const file = existsSync(path) ? realpathSync(path) : resolve(path)
  const kept = existsSync(file) ? read(file, path) : []
  const strange = kept.find(({ type }) => !types.includes(type))
  if (strange) throw new UsageError(serving().stateOfOtherTypes(path, strange.type))
  let own = markOf(file)
  const write = (all: readonly Kept[]) => {
    // Two endpoints on one file would undo each other's work.
    if (markOf(file) !== own) throw new Error(serving().stateChanged)
    replaceFile(file, toText(all))
    own = markOf(file)
  }
  try {
    // What cannot be written is better found out now than with the first change.
    write(kept)
  } catch (error) {
    throw new UsageError(serving().stateNotWritten(path, codeOf(error)))
  }
  return { kept, write }
}

/** What tells a file from one that somebody put in its place. */
function markOf(file: string): string {
  if (!existsSync(file)) return ''
  const { ino, size, mtimeMs } = statSync(file)
  return [ino, size, mtimeMs].join(' ')
}

/** One resource a line: such files are looked at and compared. */
function toText(kept: readonly Kept[]): string {
  const lines = kept.map((one) => JSON.stringify(one)).join(',\n')
  return `{"format":"${FORMAT}","version":${VERSION},"resources":[\n${lines}\n]}\n`
}

function read(file: string, path: string): Kept[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(serving().stateNotRead(path, codeOf(error)))
  }
  // Nothing is nothing to lose.
  if (text.trim() === '') return []
  const state = parsed(text)
  if (member(state, 'format') !== FORMAT) throw new UsageError(serving().stateIsForeign(path))
  const version = member(state, 'version')
  if (version !== VERSION) throw new UsageError(serving().stateOfOtherVersion(path, String(version)))
  const resources = member(state, 'resources')
  if (!Array.isArray(resources)) throw new UsageError(serving().stateIsBroken(path, serving().noResources))
  const wrong = resources.findIndex((one) => !isKept(one))
  if (wrong >= 0) throw new UsageError(serving().stateIsBroken(path, serving().incomplete(wrong + 1)))
  const all = resources as unknown as Kept[]
  const seen = new Set<string>()
  const twice = all.find(({ id }) => seen.size === seen.add(id).size)
  if (twice) throw new UsageError(serving().stateIsBroken(path, serving().thereTwice(twice.id)))
  return all
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function isKept(one: Json): boolean {
  const texts = [
    member(one, 'id'),
    member(one, 'type'),
    ...['created', 'lastModified'].map((n) => time(one, n)),
  ]
  const numbers = [member(one, 'changedAt'), member(one, 'revision')]
  const keys = member(one, 'keys')
  return (
    texts.every((text) => typeof text === 'string' && text !== '') &&
    numbers.every((number) => typeof number === 'number') &&
    isObject(member(one, 'body')) &&
    Array.isArray(keys) &&
    keys.every((key) => typeof key === 'string')
  )
}

const time = (one: Json, name: string) => member(member(one, 'times'), name)

/** Beside the file, so that it can take its place; for nobody else's eyes, for there may be passwords in it. */
function replaceFile(file: string, text: string): void {
  const beside = `${file}.${process.pid}.tmp`
  try {
    const fd = openSync(beside, 'w', 0o600)
    try {
      for (let rest = Buffer.from(text); rest.length > 0; ) rest = rest.subarray(writeSync(fd, rest))
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

export const codeOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error))
