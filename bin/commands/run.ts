import { join } from 'node:path'
import { worst } from '#harness'
import { buildReport, DEFAULT_NAMES, type Report, renderConsole, writeReports } from '#reports'
import type { ExitCode } from '../cli.ts'
import { running } from '../messages/running.ts'
import { spoken } from '../messages/spoken.ts'
import { requirementsOf } from '../run/bench.ts'
import { gatingOf } from '../run/gating.ts'
import { asLog, tellGithub } from '../run/github.ts'
import { interruptible } from '../run/interrupt.ts'
import { prepare } from '../run/prepare.ts'
import { liveProgress } from '../run/progress.ts'
import { resolveSettings } from '../run/resolve.ts'
import { execute, type RunEnd } from '../run/run.ts'
import { writable } from '../run/writable.ts'
import type { Flags } from './options.ts'

/** `scim-test run`: discover, plan, execute, judge, clean up, report. */
export async function runCommand(flags: Flags): Promise<ExitCode> {
  const settings = resolveSettings(flags)
  const gating = gatingOf(settings, settings.strict)
  writable(settings.out)
  const prepared = await prepare(settings)
  const interrupt = interruptible()
  const progress = liveProgress(settings.quiet)
  try {
    const end = await execute(prepared, { signal: interrupt.signal, onVerdict: progress.show })
    progress.clear()
    const report = buildReport(end.record, end.verdicts, requirementsOf(prepared.profiles), gating)
    await writeReports(report, settings.out, undefined, spoken())
    printResult(report, settings.quiet, settings.out)
    tellGithub(report, flags.github)
    for (const fault of end.faults) process.stderr.write(`${running().hostFault(fault)}\n`)
    return exitCodeOf(report, end)
  } finally {
    interrupt.release()
    await prepared.embedded?.close()
  }
}

/** @param out folder of the files that were written; a record that is judged again is not among them */
export function printResult(report: Report, quiet: boolean, out: string | undefined, hasRecord = true): void {
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR
  const { html, json, junit, markdown, sarif } = DEFAULT_NAMES
  const names = [html, json, junit, markdown, sarif, ...(hasRecord ? ['run.ndjson'] : [])]
  const files = out === undefined ? [] : names.map((name) => join(out, name))
  const text = renderConsole(report, { colour, width: process.stdout.columns ?? 100, quiet, files }, spoken())
  process.stdout.write(asLog(text))
}

export function exitCodeOf(report: Report, end: Pick<RunEnd, 'faults'>): ExitCode {
  if (report.interrupted) return 130
  const outcome = worst(report.verdicts.map((verdict) => verdict.outcome))
  if (outcome === 'error' || end.faults.length > 0) return 3
  return report.gate.passes ? 0 : 1
}
