import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { phraseText, RecordError, readRecord, type Selection, type Verdict } from '#harness'
import { isObject } from '#scim'
import { gate } from './messages/gate.ts'
import { spoken } from './messages/spoken.ts'
import { UsageError } from './usage-error.ts'

/** What a run came to, from its record or from its report. */
export interface Outcomes {
  readonly file: string
  readonly target: string
  readonly profile: string
  readonly strict: boolean
  readonly interrupted: boolean
  readonly selection: Selection
  readonly verdicts: readonly Judged[]
}

export type Judged = Pick<Verdict, 'id' | 'kind' | 'title' | 'outcome' | 'findings'>

/** @throws UsageError where the file is neither of the two */
export function readOutcomes(named: string): Outcomes {
  const file = recordAt(named)
  if (!existsSync(file)) throw new UsageError(gate().noRecord(file))
  try {
    return isRecord(file) ? ofRecord(file) : ofReport(file)
  } catch (error) {
    if (error instanceof RecordError) throw new UsageError(phraseText(error.message, spoken()))
    const { code } = error as NodeJS.ErrnoException
    throw code === undefined ? error : new UsageError(gate().notRead(file, code))
  }
}

/** A folder stands for the record in it. */
export function recordAt(path: string): string {
  return existsSync(path) && statSync(path).isDirectory() ? join(path, 'run.ndjson') : path
}

/** A record may be larger than memory: its first bytes tell it from a report. */
function isRecord(file: string): boolean {
  const fd = openSync(file, 'r')
  try {
    const begin = Buffer.alloc(10)
    readSync(fd, begin)
    return begin.toString() === '{"event":"'
  } finally {
    closeSync(fd)
  }
}

function ofRecord(file: string): Outcomes {
  const { info, verdicts, ending } = readRecord(file, { keep: () => false })
  return {
    file,
    target: nameOf(info.target),
    profile: info.profile.id,
    strict: info.strict,
    interrupted: ending?.interrupted ?? true,
    selection: info,
    verdicts,
  }
}

/** The embedded endpoint is at another port each time. */
function nameOf({ base, embedded }: { readonly base: string; readonly embedded: boolean }): string {
  return embedded ? 'embedded' : base
}

function ofReport(file: string): Outcomes {
  const report = parsed(file)
  if (!isObject(report) || !Array.isArray(report.verdicts) || !isObject(report.target))
    throw new UsageError(gate().noReport(file))
  const { target, profile, strict, interrupted, only, shard, verdicts } = report as unknown as {
    readonly target: { readonly base: string; readonly embedded: boolean }
    readonly profile: { readonly id: string }
    readonly strict: boolean
    readonly interrupted: boolean
    readonly only: readonly string[]
    readonly shard?: Selection['shard']
    readonly verdicts: readonly Judged[]
  }
  const selection = { only, ...(shard ? { shard } : {}) }
  return { file, target: nameOf(target), profile: profile.id, strict, interrupted, selection, verdicts }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(gate().noReport(file))
    throw error
  }
}
