import type { Policy } from '../policy.ts'

/** Virtual time in hours, and whether the job is in quarantine. Nobody waits for it. */
export class Clock {
  hours = 0
  private readonly policy: Policy
  private since: number | undefined
  private tries = 0

  constructor(policy: Policy) {
    this.policy = policy
  }

  /** Goes to the next cycle that is due: after the interval, or after the waiting time in quarantine. */
  nextCycle(): void {
    this.hours += this.since === undefined ? this.policy.interval : this.pause()
  }

  get inQuarantine(): boolean {
    return this.since !== undefined
  }

  /** After so long the provider does not try any more. */
  get gaveUp(): boolean {
    return this.since !== undefined && this.hours - this.since > this.policy.givesUpAfter
  }

  quarantine(): void {
    this.since ??= this.hours
    this.tries++
  }

  release(): void {
    this.since = undefined
    this.tries = 0
  }

  /** Hours until a failed object is tried again: ever more rarely, at least once a day. */
  backOff(failures: number): number {
    return this.hours + Math.min(24, this.policy.interval * 2 ** Math.max(0, failures - 1)) - 1e-6
  }

  save(): { hours: number; since?: number; tries: number } {
    return {
      hours: this.hours,
      tries: this.tries,
      ...(this.since === undefined ? {} : { since: this.since }),
    }
  }

  resume({ hours, since, tries }: ReturnType<Clock['save']>): void {
    this.hours = hours
    this.since = since
    this.tries = tries
  }

  private pause(): number {
    const { quarantineTries } = this.policy
    return quarantineTries[Math.min(this.tries, quarantineTries.length) - 1] ?? 24
  }
}
