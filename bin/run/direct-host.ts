import type { Part, Units } from '#harness'
import type { LoadedProfile } from '../load.ts'
import { openRun } from './hosted.ts'
import { announceStop } from './stop.ts'
import type { HostEnd, HostOptions } from './vitest-host.ts'

/**
 * Runs the items one after the other in this thread: for a single play, where a test host would only take time.
 *
 * @param part where the play is played in parts
 */
export function directHost(profiles: readonly LoadedProfile[], units: Units, part?: Part) {
  return async ({ order, onVerdict, signal }: HostOptions): Promise<HostEnd> => {
    const run = openRun(order, profiles, units, part)
    const stop = announceStop(order.run, signal)
    try {
      for (const item of run.items) {
        if (!signal.aborted) onVerdict(await run.run(item))
      }
    } finally {
      stop.close()
      await run.close()
    }
    return { faults: [] }
  }
}
