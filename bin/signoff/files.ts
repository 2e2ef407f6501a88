import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { readTestedRun, type TestedRun, UnusableRun } from '#reports/signoff'
import { signoff } from '../messages/signoff.ts'
import { CODE, PACKAGE } from '../package-folder.ts'
import { UsageError } from '../usage-error.ts'

const RECORD = 'run.ndjson'
const CHUNK = 1 << 20

/** @param path a record, or the folder that a run wrote its reports to */
export function readRun(path: string): TestedRun {
  const given = resolve(path)
  const file = existsSync(given) && statSync(given).isDirectory() ? join(given, RECORD) : given
  if (!existsSync(file)) throw new UsageError(signoff().noRun(path, RECORD))
  try {
    return readTestedRun(() => linesOf(file), digestOf(file))
  } catch (error) {
    throw error instanceof UnusableRun ? new UsageError(signoff().notARun(file)) : error
  }
}

function* chunksOf(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r')
  try {
    const chunk = Buffer.allocUnsafe(CHUNK)
    for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk))
      yield Buffer.from(chunk.subarray(0, size))
  } finally {
    closeSync(descriptor)
  }
}

/** The lines of a file that may be larger than memory, without empty ones. */
function* linesOf(file: string): Generator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for (const chunk of chunksOf(file)) {
    const text = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = text.indexOf(10); end !== -1; end = text.indexOf(10, from)) {
      if (end > from) yield text.toString('utf8', from, end)
      from = end + 1
    }
    rest = text.subarray(from)
  }
  if (rest.length > 0) yield rest.toString()
}

/** SHA-256 of a file. */
export function digestOf(file: string): string {
  const hash = createHash('sha256')
  for (const chunk of chunksOf(file)) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * SHA-256 over the program's own files: a line with hash and path for each, sorted, as `sha256sum` writes them. Where it
 * runs from its sources, those are hashed instead of `dist/`.
 */
export function programDigest(): string {
  program ??= digestOfProgram()
  return program
}

/** The program does not change while it runs. */
let program: string | undefined

function digestOfProgram(): string {
  const folders = CODE === PACKAGE ? SOURCES.map((name) => join(CODE, name)) : [CODE]
  const files = folders.filter((folder) => existsSync(folder)).flatMap(filesIn)
  const lines = files
    .map((file) => [relative(CODE, file).split(sep).join('/'), digestOf(file)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, digest]) => `${digest}  ${name}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}

const SOURCES = [
  'bin',
  'scim',
  'requirements',
  'people',
  'harness',
  'suites',
  'simulator',
  'endpoint',
  'profiles',
  'reports',
  'hosts',
]

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Whole or not at all: what stood there stays until the new file is complete. */
export function writeWhole(file: string, content: string | Uint8Array, mode = 0o644): void {
  const draft = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(draft, content, { mode })
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new UsageError(signoff().notWritten(file, (error as NodeJS.ErrnoException).code ?? ''))
  }
}

/** @throws UsageError where there is no such file, or it cannot be read */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new UsageError(signoff().notRead(file, (error as NodeJS.ErrnoException).code ?? ''))
  }
}

/** Whether a folder holds what a run or a sign-off hands out. */
export function isHandedOut(file: string): boolean {
  const names = [RECORD, 'report.json', 'signoff.json', 'signoff.signed.json']
  return names.some((name) => existsSync(join(dirname(resolve(file)), name)))
}
