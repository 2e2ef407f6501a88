import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { RecordError, readRecord, rejudge } from '#harness'
import { buildReport, writeReports } from '#reports'
import type { ExitCode } from '../cli.ts'
import { loadProfiles, unitsOf } from '../load.ts'
import { barOf, requirementsOf, waivedIn } from '../run/bench.ts'
import { writable } from '../run/writable.ts'
import { UsageError } from '../usage-error.ts'
import { exitCodeOf, printResult } from './run.ts'

export interface JudgeFlags {
  readonly file: string
  readonly profile?: string | undefined
  readonly strict?: boolean | undefined
  readonly out?: string | undefined
  readonly quiet?: boolean | undefined
}

/** `scim-test judge FILE`: the same exchanges, judged again without the network. */
export async function judgeCommand(flags: JudgeFlags): Promise<ExitCode> {
  const old = read(resolve(flags.file))
  const profiles = await loadProfiles(flags.profile ?? old.info.profile.id)
  const main = profiles[0]?.profile
  const strict = flags.strict ?? old.info.strict
  const profile = { id: main?.id ?? '', title: main?.title ?? '', waived: waivedIn(profiles) }
  const record = { ...old, info: { ...old.info, strict, profile } }
  const verdicts = rejudge(record, await unitsOf(profiles), {
    bar: barOf(profiles, strict),
    facts: record.facts,
  })
  const report = buildReport(record, verdicts, requirementsOf(profiles))
  const out = flags.out === undefined ? undefined : resolve(flags.out)
  if (out !== undefined) {
    writable(out)
    await writeReports(report, out)
  }
  printResult(report, flags.quiet ?? false, out)
  return exitCodeOf(report, { faults: [] })
}

function read(file: string) {
  if (!existsSync(file))
    throw new UsageError(`There is no record ${file}. A run writes one to its --out folder as run.ndjson.`)
  try {
    return readRecord(file)
  } catch (error) {
    throw error instanceof RecordError ? new UsageError(error.message) : error
  }
}
