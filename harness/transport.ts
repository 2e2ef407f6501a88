import type { FailureKind, Method } from '#scim'

/** A request with an address, ready for a socket. */
export interface WireRequest {
  readonly method: Method
  /** Absolute. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What came back, decoded from any content coding, within the transport's size limits. */
export interface WireResponse {
  readonly status: number
  /** Raw names, in order. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
}

/**
 * Sends one request: no retries, no redirects, a total deadline.
 * @throws TransportFailure for everything that is not an answer
 */
export type Transport = (request: WireRequest) => Promise<WireResponse>

export class TransportFailure extends Error {
  override readonly name = 'TransportFailure'
  readonly kind: FailureKind

  constructor(kind: FailureKind, message: string) {
    super(message)
    this.kind = kind
  }
}
