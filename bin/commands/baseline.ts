import { existsSync } from 'node:fs'
import { type FailOn, judgeGate, usualFailOn } from '#harness'
import {
  type BaselineFile,
  isDay,
  type NewEntry,
  newBaseline,
  readBaseline,
  withEntries,
  withoutEntries,
  writeBaseline,
} from '../baseline-file.ts'
import type { ExitCode } from '../cli.ts'
import { gate } from '../messages/gate.ts'
import { type Outcomes, readOutcomes } from '../outcomes.ts'
import { failOnOf, today } from '../run/gating.ts'
import { UsageError } from '../usage-error.ts'

export interface BaselineFlags {
  readonly action: 'create' | 'update' | 'prune'
  readonly from: string
  readonly file: string
  readonly reason?: string | undefined
  readonly until?: string | undefined
  readonly failOn?: string | undefined
}

/** `scim-test baseline create|update|prune`: known failures of a run become a file that people keep. */
export async function baselineCommand(flags: BaselineFlags): Promise<ExitCode> {
  if (flags.action === 'create' && existsSync(flags.file)) throw new UsageError(gate().exists(flags.file))
  const outcomes = readOutcomes(flags.from)
  if (outcomes.interrupted) throw new UsageError(gate().unfinished(flags.from))
  const say = { create, update, prune }[flags.action](flags, outcomes)
  process.stdout.write(`${say.join('\n')}\n`)
  return 0
}

function create(flags: BaselineFlags, outcomes: Outcomes): string[] {
  const entries = newEntries(flags, outcomes)
  if (entries.length === 0) return [gate().allGreen, ...faultsIn(outcomes)]
  writeBaseline(flags.file, newBaseline(entries))
  return [gate().added(entries.length, flags.file), ...faultsIn(outcomes), gate().useIt(flags.file)]
}

function update(flags: BaselineFlags, outcomes: Outcomes): string[] {
  const baseline = readBaseline(flags.file)
  const entries = newEntries(flags, outcomes, baseline)
  if (entries.length === 0) return [gate().nothingAdded(flags.file), ...faultsIn(outcomes)]
  writeBaseline(flags.file, withEntries(baseline.document, entries))
  return [gate().added(entries.length, flags.file), ...faultsIn(outcomes)]
}

/** Takes out what is not needed. What has expired and is still red stays: somebody has to decide about that. */
function prune(flags: BaselineFlags, outcomes: Outcomes): string[] {
  const baseline = readBaseline(flags.file)
  const { stale = [] } = held(outcomes, failOnFor(flags, outcomes), baseline).baseline ?? {}
  const ids = new Set(stale.filter(({ why }) => why === 'fixed' || why === 'unknown').map(({ id }) => id))
  if (ids.size === 0) return [gate().nothingPruned(flags.file)]
  writeBaseline(flags.file, withoutEntries(baseline.document, ids))
  return [...ids, gate().pruned(ids.size, flags.file)]
}

/** An entry for whatever is red and not excused, with the one reason and day that were given for them all. */
function newEntries(flags: BaselineFlags, outcomes: Outcomes, baseline?: BaselineFile): NewEntry[] {
  const { reason, until } = wordsIn(flags)
  const failOn = failOnFor(flags, outcomes)
  const red = new Set(held(outcomes, failOn, baseline).red)
  return outcomes.verdicts.flatMap(({ id, outcome, title }) =>
    red.has(id) && outcome !== 'error' && outcome !== 'pass' && outcome !== 'not-applicable'
      ? [{ id, outcome, reason, until, title }]
      : [],
  )
}

function wordsIn({ reason, until }: BaselineFlags): { reason: string; until: string } {
  if (reason === undefined || reason.trim() === '') throw new UsageError(gate().noReason)
  if (until === undefined || !isDay(until)) throw new UsageError(gate().noUntil)
  if (until < today()) throw new UsageError(gate().untilPast(until))
  return { reason, until }
}

function failOnFor(flags: BaselineFlags, { strict }: Outcomes): FailOn {
  return failOnOf(flags.failOn).failOn ?? usualFailOn(strict)
}

function held({ verdicts, selection }: Outcomes, failOn: FailOn, baseline?: BaselineFile) {
  return judgeGate(verdicts, selection, { failOn, today: today(), ...(baseline ? { baseline } : {}) })
}

function faultsIn({ verdicts }: Outcomes): string[] {
  const faults = verdicts.filter(({ outcome }) => outcome === 'error').length
  return faults > 0 ? [gate().faults(faults)] : []
}
