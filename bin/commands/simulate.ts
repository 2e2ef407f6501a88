import type { PlayRecord } from '#harness'
import { buildReport, writeReports } from '#reports'
import { createPlay } from '#simulator'
import type { ExitCode } from '../cli.ts'
import { loadDialects, readScenario, unitsOf } from '../load.ts'
import { messages } from '../messages.ts'
import { requirementsOf } from '../run/bench.ts'
import { directHost } from '../run/direct-host.ts'
import { interruptible } from '../run/interrupt.ts'
import { prepare } from '../run/prepare.ts'
import { resolveSettings } from '../run/resolve.ts'
import { execute } from '../run/run.ts'
import { timelineText } from '../run/timeline.ts'
import { writable } from '../run/writable.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { Flags } from './options.ts'
import { exitCodeOf, printResult } from './run.ts'

/** `scim-test simulate`: one scenario in one dialect, told as a timeline. */
export async function simulateCommand(
  flags: Flags,
  dialectId: string,
  scenarioName: string,
): Promise<ExitCode> {
  const settings = resolveSettings(flags)
  writable(settings.out)
  const play = createPlay(readScenario(scenarioName), await dialectNamed(dialectId))
  const prepared = await prepare(settings, async (profiles) => ({
    checks: [],
    rules: (await unitsOf(profiles)).rules,
    plays: [play],
  }))
  const interrupt = interruptible()
  try {
    const skip = prepared.items.find(({ kind }) => kind === 'play')?.skip
    if (skip) throw new UsageError(`${messages.patchNeeded} ${skip.reason}`)
    const host = directHost(prepared.profiles, prepared.units)
    const end = await execute(prepared, { signal: interrupt.signal, onVerdict: () => undefined, host })
    const played = end.record.records.flatMap((one) => ('play' in one ? [one.play] : []))
    if (!settings.quiet)
      for (const one of played) process.stdout.write(timelineText(one as PlayRecord, end.record.exchanges))
    const report = buildReport(end.record, end.verdicts, requirementsOf(prepared.profiles))
    await writeReports(report, settings.out)
    printResult(report, settings.quiet, settings.out)
    return exitCodeOf(report, end)
  } finally {
    interrupt.release()
    await prepared.embedded?.close()
  }
}

async function dialectNamed(id: string) {
  const dialects = await loadDialects()
  const found = dialects.find((dialect) => dialect.id === id)
  if (found) return found
  const ids = dialects.map((dialect) => dialect.id)
  throw new UsageError(`There is no dialect "${id}".${didYouMean(id, ids)} Known: ${ids.join(', ')}.`)
}
