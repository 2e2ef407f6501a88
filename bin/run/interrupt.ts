import { messages } from '../messages.ts'

export interface Interrupt {
  readonly signal: AbortSignal
  release(): void
}

/** The first Ctrl-C (or SIGTERM) stops the run and cleans up; the second leaves at once. */
export function interruptible(): Interrupt {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) {
      process.stderr.write(`${messages.leftAtOnce}\n`)
      process.exit(130)
    }
    process.stderr.write(`\n${messages.interrupted}\n`)
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
