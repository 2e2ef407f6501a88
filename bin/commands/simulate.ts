import { type PlayRecord, phraseText, Unfinished, type Verdict } from '#harness'
import { buildReport, writeReports } from '#reports'
import { createPlay, type Dialect, isFor, type Play, type Scenario } from '#simulator'
import type { ExitCode } from '../cli.ts'
import { beFrugal } from '../frugal.ts'
import { type LoadedProfile, loadDialects, readScenario, scenarioNames, unitsOf } from '../load.ts'
import { inbound } from '../messages/inbound.ts'
import { parts } from '../messages/parts.ts'
import { running } from '../messages/running.ts'
import { simulating } from '../messages/simulating.ts'
import { spoken } from '../messages/spoken.ts'
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
import { INBOUND, inboundCommand } from './inbound.ts'
import type { Flags } from './options.ts'
import { type Asked, type Cast, playInParts } from './play-in-parts.ts'
import { exitCodeOf, printResult } from './run.ts'

const USUAL: Cast = { dialect: ['entra'], scenario: ['joiner-to-leaver'] }

/** So many plays are told whole; of more, only those that did not pass. */
const TOLD = 3

/** `scim-test simulate`: scenarios in dialects, told as timelines. */
export async function simulateCommand(flags: Flags, asked: Asked): Promise<ExitCode> {
  const inParts = playInParts(flags, asked)
  const { dialect = USUAL.dialect, scenario = USUAL.scenario } = inParts?.asked ?? asked
  const cast = { dialect, scenario }
  if (!inParts && listed(dialect).includes(INBOUND)) return await otherDirection(flags, cast)
  if (flags.allure) throw new UsageError(simulating().noAllure)
  const settings = resolveSettings(inParts?.flags ?? flags)
  writable(settings.out)
  const { plays, scenarios, leftOut } = await playsOf(cast)
  if (!settings.quiet) for (const line of leftOut) process.stderr.write(`${line}\n`)
  inParts?.check(settings, plays, scenarios)
  const units = async (profiles: readonly LoadedProfile[]) => ({
    checks: [],
    rules: (await unitsOf(profiles)).rules,
    plays,
  })
  const prepared = await prepare(settings, units, inParts?.run)
  const interrupt = interruptible(inParts ? parts().stopping : running().interrupted)
  const part = inParts?.open(prepared, cast, interrupt.signal)
  const progress = liveProgress(settings.quiet || plays.length === 1)
  try {
    const items = prepared.items.filter(({ kind }) => kind === 'play')
    const [skip] = items.flatMap((item) => item.skip ?? [])
    if (skip && items.every((item) => item.skip))
      throw new UsageError(simulating().patchNeeded(phraseText(skip.reason, spoken())))
    const host = directHost(prepared.profiles, prepared.units, part)
    const order = { ...prepared, words: wordsOf(cast) }
    const end = await execute(order, { signal: interrupt.signal, onVerdict: progress.show, host })
    progress.clear()
    if (!settings.quiet) tell(end)
    const report = buildReport(end.record, end.verdicts, requirementsOf(prepared.profiles))
    await writeReports(report, settings.out, undefined, spoken())
    printResult(report, settings.quiet, settings.out)
    for (const fault of end.faults) process.stderr.write(`${running().hostFault(fault)}\n`)
    return exitCodeOf(report, end)
  } catch (error) {
    if (!inParts || !part || !(error instanceof Unfinished)) throw error
    return inParts.leave(error, part)
  } finally {
    progress.clear()
    interrupt.release()
    part?.close()
    await prepared.embedded?.close()
  }
}

/** What goes from an HR system to a provider has another target and another kind of answer. */
async function otherDirection(flags: Flags, cast: Cast): Promise<ExitCode> {
  if (listed(cast.dialect).length > 1) throw new UsageError(inbound().alone)
  const scenarios = chosen(listed(cast.scenario), scenarioNames()).map(readScenario)
  return await inboundCommand(flags, scenarios)
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
      process.stdout.write(timelineText(verdict, play as PlayRecord, record.exchanges, spoken()))
  }
}

interface Plays {
  readonly plays: Play[]
  /** Those of the plays. */
  readonly scenarios: Scenario[]
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
  if (fitting.some(({ scenario }) => scenario.people.size >= MANY_PEOPLE)) beFrugal()
  // Who asks for all of something does not ask for what cannot be.
  const named = !listed(cast.dialect).includes(ALL) && !listed(cast.scenario).includes(ALL)
  return {
    plays: fitting.map(({ scenario, dialect }) => createPlay(scenario, dialect)),
    scenarios: fitting.map(({ scenario }) => scenario),
    leftOut: named ? others.map(notMeantFor) : [],
  }
}

const ALL = 'all'

/** Of so many, what the provider knows of them takes most of the memory. */
const MANY_PEOPLE = 20_000

/** Names once each, whether they came with commas or one by one. */
function listed(names: readonly string[]): string[] {
  const single = names.flatMap((one) => one.split(',')).map((one) => one.trim())
  return [...new Set(single.filter((one) => one !== ''))]
}

function chosen(names: readonly string[], all: readonly string[]): readonly string[] {
  if (names.length === 0) throw new UsageError(simulating().nothingNamed)
  return names.includes(ALL) ? all : names
}

function unknownDialect(id: string, known: readonly Dialect[]): never {
  const ids = known.map((dialect) => dialect.id)
  throw new UsageError(simulating().noDialect(id, didYouMean(id, ids), ids))
}

/** A dialect that nobody knows is a slip of the pen, and would leave the scenario unplayed for ever. */
function checkDialects({ id, dialects = [] }: Scenario, known: readonly Dialect[]): void {
  const ids = known.map((dialect) => dialect.id)
  const wrong = dialects.find((one) => !ids.includes(one))
  if (wrong !== undefined)
    throw new UsageError(simulating().scenarioOfNobody(id, wrong, didYouMean(wrong, ids), ids))
}

function notMeantFor({ scenario, dialect }: { scenario: Scenario; dialect: Dialect }): string {
  return simulating().notMeantFor(scenario.id, dialect.id, scenario.dialects ?? [])
}
