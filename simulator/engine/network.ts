import type { ScimRequest, ScimResponse } from '#scim'

/**
 * What happens to requests on their way: the rehearsal of bad days. The target itself cannot be told to fail, so failures
 * are put between provider and target; what never arrives is not sent.
 */
export class Network {
  private failsAfter = Number.POSITIVE_INFINITY
  private status = 503
  private throttledAfter = 0
  private throttled = 0
  private retryAfter: number | undefined
  private readonly answersToLose = new Set<string>()
  private readonly writesToDouble = new Set<string>()

  get isDown(): boolean {
    return this.failsAfter <= 0
  }

  /** Whether every request goes through as far as can be told. */
  get isCalm(): boolean {
    return this.throttled === 0 && this.failsAfter === Number.POSITIVE_INFINITY
  }

  /** From the request after so many on, none arrives. @param status 0: no answer at all */
  breakDown(after: number, status: number): void {
    this.failsAfter = after
    this.status = status
  }

  recover(): void {
    this.failsAfter = Number.POSITIVE_INFINITY
  }

  /** After so many requests that go through, so many are put off. */
  throttle(requests: number, retryAfter: number | undefined, after = 0): void {
    this.throttledAfter = after
    this.throttled = requests
    this.retryAfter = retryAfter
  }

  /** The next answer to a write about this object gets lost. */
  loseAnswer(object: string): void {
    this.answersToLose.add(object)
  }

  /** The next write about this object is delivered twice. */
  double(object: string): void {
    this.writesToDouble.add(object)
  }

  /** The answer without the target: `undefined` where the request goes through. */
  intercept(): ScimResponse | undefined {
    if (this.throttled > 0 && this.throttledAfter-- <= 0) {
      this.throttled--
      return {
        status: 429,
        headers: this.retryAfter === undefined ? {} : { 'retry-after': String(this.retryAfter) },
      }
    }
    if (this.isDown) return { status: this.status, headers: {} }
    this.failsAfter--
    return undefined
  }

  loses({ method }: ScimRequest, object: string): boolean {
    return method !== 'GET' && this.answersToLose.delete(object)
  }

  doubles({ method }: ScimRequest, object: string): boolean {
    return method !== 'GET' && this.writesToDouble.delete(object)
  }
}
