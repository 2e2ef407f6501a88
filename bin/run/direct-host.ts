import { type Part, Unfinished, type Units } from '#harness'
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
    const run = openRun(order, profiles, units, { part, alone: true })
    const stop = announceStop(order.run, signal)
    const faults: string[] = []
    try {
      for (const item of run.items) {
        if (!signal.aborted) onVerdict(await run.run(item))
      }
    } catch (error) {
      // Like a test host: what was made is removed all the same, before anybody hears of it.
      if (error instanceof Unfinished) throw error
      faults.push(messageOf(error))
    } finally {
      stop.close()
      await run.close().catch((error: unknown) => faults.push(messageOf(error)))
    }
    return { faults }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
