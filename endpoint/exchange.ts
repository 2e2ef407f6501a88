import type { Json, ScimRequest, ScimResponse } from '#scim'

/** One HTTP request as the endpoint sees it. */
export interface EndpointRequest {
  readonly method: string
  /** Relative to the base URL, starting with a slash, percent-encoded, query included. */
  readonly path: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** The raw text. Absent, or empty, where there was none. */
  readonly body?: string
}

/** One HTTP response, ready for a socket. */
export interface EndpointResponse {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Milliseconds until it is sent; left out, at once. */
  readonly after?: number
}

/** A response before it is text: what the inside of the endpoint, and a deviation, works with. Never to be mutated. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Json
  /** Sent as it is instead of `body`: what is no JSON. */
  readonly text?: string
  /** Milliseconds until it is sent, for deviations that take their time. */
  readonly after?: number
}

export type Handler = (request: EndpointRequest) => Reply

export function toResponse({ status, headers, body, text, after }: Reply): EndpointResponse {
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
  return { status, headers, ...(sent === undefined ? {} : { body: sent }), ...(after ? { after } : {}) }
}

/** The request as a client adapter would send it, for tests and simulators that use no socket. */
export function toRequest(request: ScimRequest, token?: string): EndpointRequest {
  const body = request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body))
  const given = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])
  const headers = {
    accept: 'application/scim+json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
    ...Object.fromEntries(given),
  }
  return { method: request.method, path: request.path, headers, ...(body === undefined ? {} : { body }) }
}

/** What a client makes of a response; a body that is no JSON counts as absent. */
export function toScimResponse({ status, headers, body }: EndpointResponse): ScimResponse {
  const json = body === undefined ? undefined : parsed(body)
  return { status, headers, ...(json === undefined ? {} : { body: json }) }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
