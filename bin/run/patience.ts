import { type Transport, TransportFailure } from '#harness'

export interface PatienceOptions {
  /** Milliseconds that one request is waited for. */
  readonly timeout: number
  /** Milliseconds of a clock that only goes forwards. */
  readonly now?: () => number
}

/** So many requests in a row have got no answer, and the first of them was sent so many time limits ago. */
const ROW = 20
const LIMITS = 6

/**
 * A target that has fallen silent is not waited for by each of the thousands of requests that a run still has: once it has
 * answered none of the last 20, for six time limits (a minute, usually: long enough for a restart), requests fail at once.
 * Now and then one is let through, to see whether it is back; its first answer ends this.
 */
export function withPatience(
  send: Transport,
  { timeout, now = () => performance.now() }: PatienceOptions,
): Transport {
  let failures = 0
  let silentSince = 0
  let nextLook = 0
  let isLooking = false
  const hasGivenUp = (at: number) => failures >= ROW && at - silentSince >= timeout * LIMITS
  return async (request) => {
    const began = now()
    const isLook = hasGivenUp(began)
    if (isLook && (isLooking || began < nextLook))
      throw new TransportFailure('timeout', refusal(failures, began - silentSince))
    isLooking = isLook
    try {
      const answer = await send(request)
      failures = 0
      return answer
    } catch (error) {
      if (error instanceof TransportFailure && failures++ === 0) silentSince = began
      throw error
    } finally {
      if (isLook) {
        isLooking = false
        nextLook = now() + timeout
      }
    }
  }
}

const refusal = (requests: number, ms: number): string =>
  `not sent: the last ${requests} requests got no answer, for ${Math.round(ms / 1000)} s`
