import { recording } from '../messages/recording.ts'
import { UsageError } from '../usage-error.ts'

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000 } as const

/** @returns milliseconds; `undefined` where nothing was said @throws UsageError */
export function timeOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [, amount, unit] = /^(\d{1,6})([smh])$/.exec(text) ?? []
  const ms = Number(amount) * UNITS[(unit ?? 's') as keyof typeof UNITS]
  if (unit === undefined || ms < 1) throw new UsageError(recording().badTime(flag, text))
  return ms
}

export interface EndOfSession {
  /** Resolves when the session is over. */
  readonly over: Promise<void>
  /** The client sent something. */
  heard(): void
  end(): void
}

/** A session ends by Ctrl-C or SIGTERM, when its time is up, when the client has been silent, or when told. */
export function endOfSession(times: {
  readonly after?: number | undefined
  readonly idle?: number | undefined
}): EndOfSession {
  const timers = new Set<NodeJS.Timeout>()
  let silence: NodeJS.Timeout | undefined
  let resolve = () => {}
  const over = new Promise<void>((done) => {
    resolve = done
  })
  const end = () => {
    for (const timer of [...timers, ...(silence ? [silence] : [])]) clearTimeout(timer)
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
    resolve()
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  if (times.after !== undefined) timers.add(setTimeout(end, times.after))
  return {
    over,
    end,
    heard: () => {
      if (times.idle === undefined) return
      clearTimeout(silence)
      silence = setTimeout(end, times.idle)
    },
  }
}
