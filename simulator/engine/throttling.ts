/** Seconds that a provider waits where a busy target names no time; twice as long after each further try (OKT-007). */
const UNNAMED = 300

/**
 * Seconds until a request that was answered 429 is sent again.
 *
 * @param retryAfter seconds or a date, as in the header; `undefined` where there is none
 * @param tries how often it was sent
 * @param sentAt the answer's own date, by which a date is counted: a play that is replayed waits for as long as before
 */
export function secondsUntil(retryAfter: string | undefined, tries: number, sentAt?: string): number {
  const unnamed = UNNAMED * 2 ** (tries - 1)
  if (retryAfter === undefined) return unnamed
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter)
  const seconds = (Date.parse(retryAfter) - Date.parse(sentAt ?? '')) / 1_000
  return Number.isNaN(seconds) ? unnamed : Math.max(0, Math.ceil(seconds))
}

/** Milliseconds that a play may spend waiting for a busy target, besides the time for its requests. */
export const MOST_WAITING = 60_000

/** What a play may spend waiting: the time of the story costs nothing, that of a real target passes for everybody. */
export class Patience {
  private left: number

  /** @param most milliseconds in all */
  constructor(most: number) {
    this.left = most
  }

  /** False where that is longer than what is left; then nothing is taken. */
  takes(seconds: number): boolean {
    if (seconds * 1_000 > this.left) return false
    this.left -= seconds * 1_000
    return true
  }
}
