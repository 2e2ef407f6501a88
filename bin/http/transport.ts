import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { type Dispatcher, EnvHttpProxyAgent, errors } from 'undici'
import { type Transport, TransportFailure, type WireRequest, type WireResponse } from '#harness'
import type { FailureKind } from '#scim'

export interface TransportOptions {
  /** Milliseconds for one request, from first byte sent to last byte read. */
  readonly timeout: number
  /** PEM of a certificate authority to trust besides the built-in ones. */
  readonly ca?: string
  readonly connections: number
}

const MAX_BYTES = 16 * 1024 * 1024

export interface HttpTransport {
  readonly send: Transport
  close(): Promise<void>
}

/** Milliseconds that retired connections are given to end what is under way. */
const GRACE = 3_000

/**
 * The only client sockets of the program: no retries, no redirects, sizes and time limited.
 * After an answer of 500 and above new connections are made. Servers that stumble often cut the connection without
 * saying so (scimmy-routers under express does), and the next request on it would be blamed for that.
 */
export function createTransport(options: TransportOptions): HttpTransport {
  let agent = createAgent(options)
  const retiring = new Set<Promise<void>>()
  const retire = (old: Dispatcher) => {
    if (old !== agent) return
    agent = createAgent(options)
    const closed = old.close().finally(() => retiring.delete(closed))
    retiring.add(closed)
  }
  return {
    send: async (request) => {
      const used = agent
      const answer = await send(used, request, options.timeout)
      if (answer.status >= 500) retire(used)
      return answer
    },
    close: async () => {
      await agent.destroy()
      await Promise.race([
        Promise.all(retiring),
        new Promise((resolve) => setTimeout(resolve, GRACE).unref()),
      ])
    },
  }
}

function createAgent({ timeout, ca, connections }: TransportOptions): Dispatcher {
  const tls = ca === undefined ? {} : { ca }
  // The TLS options are needed twice: straight to the target, and to the target through a proxy.
  return new EnvHttpProxyAgent({
    connections,
    connect: { ...tls, timeout },
    requestTls: tls,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: MAX_BYTES,
    maxHeaderSize: 64 * 1024,
    pipelining: 1,
  })
}

async function send(agent: Dispatcher, request: WireRequest, timeout: number): Promise<WireResponse> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), timeout)
  try {
    const url = new URL(request.url)
    const answer = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      signal: deadline.signal,
      responseHeaders: 'raw',
    })
    const headers = rawHeaders(answer.headers as unknown as (string | Buffer)[])
    const body = await readBody(answer.body, contentCoding(headers))
    return { status: answer.statusCode, headers, body }
  } catch (error) {
    throw error instanceof TransportFailure ? error : toFailure(error, deadline.signal.aborted, timeout)
  } finally {
    clearTimeout(timer)
  }
}

function rawHeaders(list: (string | Buffer)[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < list.length; i += 2) pairs.push([String(list[i]), String(list[i + 1])])
  return pairs
}

function contentCoding(headers: readonly (readonly [string, string])[]): string {
  return (
    headers
      .find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
      .trim()
      .toLowerCase() ?? 'identity'
  )
}

async function readBody(body: Readable, coding: string): Promise<Uint8Array> {
  const decoder = decoderOf(coding)
  const stream = decoder ? body.on('error', (error) => decoder.destroy(error)).pipe(decoder) : body
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) {
      body.destroy()
      throw new TransportFailure('too-large', `the answer is larger than ${MAX_BYTES / 1024 / 1024} MiB`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decoderOf(coding: string) {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip()
  if (coding === 'deflate') return createInflate()
  if (coding === 'br') return createBrotliDecompress()
  return undefined
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
}

function toFailure(error: unknown, late: boolean, timeout: number): TransportFailure {
  if (late) return new TransportFailure('timeout', `no complete answer within ${timeout} ms`)
  const cause = innermost(error)
  const code = String((cause as NodeJS.ErrnoException).code ?? '')
  const kind = KINDS[code] ?? (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME/.test(code) ? 'tls' : 'protocol')
  return new TransportFailure(
    kind,
    cause instanceof errors.UndiciError || cause.message ? `${cause.message}` : code,
  )
}

/** Several addresses were tried: the first refusal tells more than the sum. */
function innermost(error: unknown): Error {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return innermost(error.errors[0])
  if (error instanceof Error && error.cause instanceof Error) return innermost(error.cause)
  return error instanceof Error ? error : new Error(String(error))
}
