import { FAIL_ON, type FailOn, type Gating, parseShard, type Shard, usualFailOn } from '#harness'
import { asWritten } from '../as-written.ts'
import { readBaseline } from '../baseline-file.ts'
import { gate } from '../messages/gate.ts'
import { UsageError } from '../usage-error.ts'

/** What decides whether a build may go on, as the user said it. */
export interface GateSettings {
  readonly failOn?: FailOn
  /** Path of a baseline, as it was named. */
  readonly baseline?: string
}

/** Reads the baseline, so that what is wrong with it is said before anything is sent. */
export function gatingOf({ failOn, baseline }: GateSettings, strict: boolean): Gating {
  return {
    failOn: failOn ?? usualFailOn(strict),
    today: today(),
    ...(baseline === undefined ? {} : { baseline: readBaseline(baseline) }),
  }
}

/** The day in UTC, so that a build turns red at the same moment everywhere. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

export function failOnOf(text: string | undefined): { failOn?: FailOn } {
  if (text === undefined) return {}
  const failOn = FAIL_ON.find((one) => one === text)
  if (!failOn) throw new UsageError(gate().badFailOn(asWritten(text), FAIL_ON.join(', ')))
  return { failOn }
}

export function shardIn(text: string | undefined): { shard?: Shard } {
  if (text === undefined) return {}
  const shard = parseShard(text)
  if (!shard) throw new UsageError(gate().badShard(asWritten(text)))
  return { shard }
}
