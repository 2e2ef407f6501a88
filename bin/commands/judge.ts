import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { phraseText, RecordError, readRecord, rejudge, rejudgeSession } from '#harness'
import { buildReport, writeReports } from '#reports'
import type { ExitCode } from '../cli.ts'
import { clientRulesOf, loadProfiles, unitsOf } from '../load.ts'
import { running } from '../messages/running.ts'
import { spoken } from '../messages/spoken.ts'
import { abridged } from '../run/abridged.ts'
import { barOf, profileInfo, requirementsOf } from '../run/bench.ts'
import { failOnOf, type GateSettings, gatingOf } from '../run/gating.ts'
import { tellGithub } from '../run/github.ts'
import { writable } from '../run/writable.ts'
import { UsageError } from '../usage-error.ts'
import { exitCodeOf, printResult } from './run.ts'

export interface JudgeFlags {
  readonly file: string
  readonly profile?: string | undefined
  readonly strict?: boolean | undefined
  readonly out?: string | undefined
  readonly quiet?: boolean | undefined
  readonly baseline?: string | undefined
  readonly failOn?: string | undefined
  readonly github?: boolean | undefined
}

/** `scim-test judge FILE`: the same exchanges, judged again without the network. */
export async function judgeCommand(flags: JudgeFlags): Promise<ExitCode> {
  const file = resolve(flags.file)
  const old = read(file)
  const profiles = await loadProfiles(flags.profile ?? old.info.profile.id)
  const strict = flags.strict ?? old.info.strict
  const gating = gatingOf(gateIn(flags), strict)
  const profile = profileInfo(profiles)
  const context = { bar: barOf(profiles, strict), facts: old.facts }
  const { record, verdicts } =
    old.info.subject === 'client'
      ? rejudgeSession(file, await clientRulesOf(profiles), context)
      : rejudge(file, old, await unitsOf(profiles), context)
  const shown = { ...abridged(file, record, verdicts), info: { ...old.info, strict, profile } }
  const report = buildReport(shown, verdicts, requirementsOf(profiles), gating)
  const out = flags.out === undefined ? undefined : resolve(flags.out)
  if (out !== undefined) {
    writable(out)
    await writeReports(report, out, undefined, spoken())
  }
  printResult(report, flags.quiet ?? false, out, false)
  tellGithub(report, flags.github ?? false)
  return exitCodeOf(report, { faults: [] })
}

function gateIn({ failOn, baseline }: JudgeFlags): GateSettings {
  return { ...failOnOf(failOn), ...(baseline === undefined ? {} : { baseline }) }
}

/** Without its exchanges. */
function read(file: string) {
  if (!existsSync(file)) throw new UsageError(running().noRecord(file))
  try {
    return readRecord(file, { keep: () => false })
  } catch (error) {
    throw error instanceof RecordError ? new UsageError(phraseText(error.message, spoken())) : error
  }
}
