import type { Json } from './json.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * A SCIM request before it has an address.
 * `path` starts with a slash, is relative to the base URL, and may carry a query that is already percent-encoded
 * (identity providers differ in how they encode, so the raw form is kept).
 */
export interface ScimRequest {
  readonly method: Method
  readonly path: string
  /** Names as they shall be on the wire. The transport adds Authorization, and Content-Type where there is a body. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Json
  /** Sent as it is instead of `body`, for requests that are not JSON at all. */
  readonly text?: string
}

/** A SCIM response without its transport. Header names are lower case. */
export interface ScimResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Absent where the message had no body, or one that is not JSON. */
  readonly body?: Json
}

/** Appends query parameters, percent-encoded as RFC 3986 has it (a blank is `%20`). */
export function withQuery(
  path: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const pairs = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  if (pairs.length === 0) return path
  return `${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

/** Of a URL or a path, without query, fragment and slashes at its end; percent-encoded as it came. */
export function lastSegment(url: string): string | undefined {
  return url.split(/[?#]/, 1)[0]?.replace(/\/+$/, '').split('/').at(-1) || undefined
}

/** A segment of a path as it was meant. What no server may write is taken as it stands. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
