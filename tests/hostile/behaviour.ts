import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EndpointResponse } from '#endpoint'
import { isObject, type Json, type JsonObject } from '#scim'

/** One way in which a target is hostile or broken: a literal in one of the files beside this one. */
export interface Behaviour {
  /** Short, in kebab case. */
  readonly id: string
  /** What the target does, as a sentence without its subject. */
  readonly does: string
  /** `everything`: discovery too. Otherwise discovery is honest, and what lies beyond it is not. Default: `resources`. */
  readonly where?: 'everything' | 'resources'
  /**
   * How a run against it ends: `refused` before anything is written, with a usage error that says why; `found` with at
   * least one item that is red or blocked, with a reason; `survived` whatever the verdicts are, each with its reason.
   */
  readonly ends: 'refused' | 'found' | 'survived'
  /** Nothing but the deadline of a request ends it: that is made short, so that the test is. */
  readonly waits?: true
  readonly answer: (call: Call) => void | Promise<void>
}

/** One request to the hostile target. */
export interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Where credentials must never be sent: an address on another host and port. */
  readonly elsewhere: string
  /** How many requests came before this one. */
  readonly earlier: number
  /** What the reference endpoint answers; asked once at the most. */
  readonly honest: () => Promise<EndpointResponse>
}

/** Sends an answer as it is, with the length that it has. */
export function reply({ response }: Call, { status, headers, body }: EndpointResponse): void {
  response.writeHead(status, headers)
  response.end(body)
}

/** An honest answer with another text. */
export const withText =
  (change: (text: string, call: Call) => string | Buffer) =>
  async (call: Call): Promise<void> => {
    const answer = await call.honest()
    const { 'content-length': _, ...headers } = answer.headers as Record<string, string>
    call.response.writeHead(answer.status, headers)
    call.response.end(answer.body === undefined ? undefined : change(answer.body, call))
  }

/** An honest answer with every object in it changed, the innermost first. */
export const withObjects = (change: (object: JsonObject, call: Call) => JsonObject) =>
  withText((text, call) => JSON.stringify(mapped(JSON.parse(text) as Json, (one) => change(one, call))))

/** An honest answer with other headers. */
export const withHeaders =
  (change: (call: Call) => Readonly<Record<string, string | string[]>>) =>
  async (call: Call): Promise<void> => {
    const answer = await call.honest()
    call.response.writeHead(answer.status, { ...answer.headers, ...change(call) })
    call.response.end(answer.body)
  }

function mapped(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((each) => mapped(each, change))
  if (!isObject(value)) return value
  return change(Object.fromEntries(Object.entries(value).map(([k, v]) => [k, mapped(v, change)])))
}
