import type { PlayRecord, Rehearsal, Verdict } from '#harness'
import { buildReport, writeReports } from '#reports'
import { createPlay, type Dialect, isFor, type Scenario } from '#simulator'
import type { ExitCode } from '../cli.ts'
import { loadDialects, readScenario, scenarioNames, unitsOf } from '../load.ts'
import { messages } from '../messages.ts'
import { requirementsOf } from '../run/bench.ts'
import { directHost } from '../run/direct-host.ts'
import { interruptible } from '../run/interrupt.ts'
import { prepare } from '../run/prepare.ts'
import { liveProgress } from '../run/progress.ts'
import { resolveSettings } from '../run/resolve.ts'
import { execute, type RunEnd } from '../run/run.ts'
import { timelineText } from '../run/timeline.ts'
import { writable } from '../run/writable.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import type { Flags } from './options.ts'
import { exitCodeOf, printResult } from './run.ts'

/** What is asked for on the command line: names, with commas or one by one, or `all`. */
export interface Cast {
  readonly dialect: readonly string[]
  readonly scenario: readonly string[]
}

/** So many plays are told whole; of more, only those that did not pass. */
const TOLD = 3

/** `scim-test simulate`: scenarios in dialects, told as timelines. */
export async function simulateCommand(flags: Flags, cast: Cast): Promise<ExitCode> {
  if (flags.allure) throw new UsageError(messages.noAllure)
  const settings = resolveSettings(flags)
  writable(settings.out)
  const { plays, leftOut } = await playsOf(cast)
  if (!settings.quiet) for (const line of leftOut) process.stderr.write(`${line}\n`)
  const prepared = await prepare(settings, async (profiles) => ({
    checks: [],
    rules: (await unitsOf(profiles)).rules,
    plays,
  }))
  const interrupt = interruptible()
  const progress = liveProgress(settings.quiet || plays.length === 1)
  try {
    const items = prepared.items.filter(({ kind }) => kind === 'play')
    const [skip] = items.flatMap((item) => item.skip ?? [])
    if (skip && items.every((item) => item.skip))
      throw new UsageError(`${messages.patchNeeded} ${skip.reason}`)
    const host = directHost(prepared.profiles, prepared.units)
    const order = { ...prepared, words: wordsOf(cast) }
    const end = await execute(order, { signal: interrupt.signal, onVerdict: progress.show, host })
    progress.clear()
    if (!settings.quiet) tell(end)
    const report = buildReport(end.record, end.verdicts, requirementsOf(prepared.profiles))
    await writeReports(report, settings.out)
    printResult(report, settings.quiet, settings.out)
    for (const fault of end.faults) process.stderr.write(`${messages.hostFault(fault)}\n`)
    return exitCodeOf(report, end)
  } finally {
    progress.clear()
    interrupt.release()
    await prepared.embedded?.close()
  }
}

/** How to say the same again. */
function wordsOf({ dialect, scenario }: Cast): string[] {
  return ['simulate', '--dialect', listed(dialect).join(','), '--scenario', listed(scenario).join(',')]
}

function tell({ record, verdicts }: RunEnd): void {
  const records = record.records.flatMap((one) => ('play' in one ? [one] : []))
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  const isTold = (verdict: Verdict) => records.length <= TOLD || verdict.outcome !== 'pass'
  for (const { id, play } of records) {
    const verdict = verdictOf.get(id)
    if (verdict && isTold(verdict))
      process.stdout.write(timelineText(verdict, play as PlayRecord, record.exchanges))
  }
}

interface Plays {
  readonly plays: Rehearsal[]
  /** One line for each scenario that is not meant for one of the dialects. */
  readonly leftOut: string[]
}

/** Every scenario that was asked for in every dialect that was asked for, as far as it is meant for that. */
async function playsOf(cast: Cast): Promise<Plays> {
  const known = await loadDialects()
  const dialects = chosen(
    listed(cast.dialect),
    known.map((one) => one.id),
  ).map((id) => known.find((one) => one.id === id) ?? unknownDialect(id, known))
  const scenarios = chosen(listed(cast.scenario), scenarioNames()).map(readScenario)
  for (const scenario of scenarios) checkDialects(scenario, known)
  const pairs = dialects.flatMap((dialect) => scenarios.map((scenario) => ({ dialect, scenario })))
  const fitting = pairs.filter(({ dialect, scenario }) => isFor(scenario, dialect))
  const others = pairs.filter((pair) => !fitting.includes(pair))
  if (fitting.length === 0 && others[0]) throw new UsageError(notMeantFor(others[0]))
  // Who asks for all of something does not ask for what cannot be.
  const named = !listed(cast.dialect).includes(ALL) && !listed(cast.scenario).includes(ALL)
  return {
    plays: fitting.map(({ scenario, dialect }) => createPlay(scenario, dialect)),
    leftOut: named ? others.map(notMeantFor) : [],
  }
}

const ALL = 'all'

/** Names once each, whether they came with commas or one by one. */
function listed(names: readonly string[]): string[] {
  const single = names.flatMap((one) => one.split(',')).map((one) => one.trim())
  return [...new Set(single.filter((one) => one !== ''))]
}

function chosen(names: readonly string[], all: readonly string[]): readonly string[] {
  if (names.length === 0) throw new UsageError(messages.nothingNamed)
  return names.includes(ALL) ? all : names
}

function unknownDialect(id: string, known: readonly Dialect[]): never {
  const ids = known.map((dialect) => dialect.id)
  throw new UsageError(`There is no dialect "${id}".${didYouMean(id, ids)} Known: ${ids.join(', ')}.`)
}

/** A dialect that nobody knows is a slip of the pen, and would leave the scenario unplayed for ever. */
function checkDialects({ id, dialects = [] }: Scenario, known: readonly Dialect[]): void {
  const ids = known.map((dialect) => dialect.id)
  const wrong = dialects.find((one) => !ids.includes(one))
  if (wrong !== undefined)
    throw new UsageError(messages.scenarioOfNobody(id, wrong, didYouMean(wrong, ids), ids))
}

function notMeantFor({ scenario, dialect }: { scenario: Scenario; dialect: Dialect }): string {
  return messages.notMeantFor(scenario.id, dialect.id, scenario.dialects ?? [])
}
