import { running } from '../messages/running.ts'

export interface Interrupt {
  readonly signal: AbortSignal
  release(): void
}

/**
 * The first Ctrl-C (or SIGTERM) stops the run and cleans up; the second leaves at once.
 *
 * @param says what the first one is answered with
 */
export function interruptible(says: string = running().interrupted): Interrupt {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) {
      process.stderr.write(`${running().leftAtOnce}\n`)
      process.exit(130)
    }
    process.stderr.write(`\n${says}\n`)
    controller.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    },
  }
}
