import { promisify } from 'node:util'
import { type BrotliOptions, brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib'
import { type Dispatcher, errors } from 'undici'
import { type Transport, TransportFailure, type WireRequest, type WireResponse } from '#harness'
import type { FailureKind } from '#scim'
import { beFrugal, thinOut } from '../frugal.ts'
import { type AgentOptions, agentFactory, MAX_BYTES } from './agent.ts'
import { createTurns, type Turns } from './turns.ts'

export interface HttpTransport {
  readonly send: Transport
  close(): Promise<void>
}

/** Milliseconds that retired connections are given to end what is under way. */
const GRACE = 3_000

const MIB = 1024 * 1024

/**
 * Bytes above which answers are read one at a time: several endless ones side by side would take all the memory that there
 * is. Members of a group come to 250 bytes each, so that few answers ever wait.
 */
const LARGE = MIB

/** Bytes in all of who sends too much, if not in one answer: a run of all checks gets 3 MiB. */
const FLOOD = 4 * MIB

export interface TransportOptions extends AgentOptions {
  /** Nobody keeps the answers, so that many take no more memory than few. */
  readonly passing?: boolean
}

/**
 * The only client sockets of the program: no retries, no redirects, sizes and time limited.
 * After an answer of 500 and above new connections are made. Servers that stumble often cut the connection without
 * saying so (scimmy-routers under express does), and the next request on it would be blamed for that.
 */
export function createTransport(options: TransportOptions): HttpTransport {
  const createAgent = agentFactory(options)
  let agent = createAgent()
  const retiring = new Set<Promise<void>>()
  const turns = createTurns()
  const count = options.passing ? passingBy() : flooding()
  const retire = (old: Dispatcher) => {
    if (old !== agent) return
    agent = createAgent()
    const closed = old.close().finally(() => retiring.delete(closed))
    retiring.add(closed)
  }
  return {
    send: async (request) => {
      const used = agent
      const answer = await send(used, request, options.timeout, turns)
      count(sizeOf(answer))
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

function flooding(): (bytes: number) => void {
  let received = 0
  return (bytes) => {
    received += bytes
    if (received > FLOOD) beFrugal()
  }
}

/** Bytes of memory of the whole process. */
const MUCH = 192 * MIB

/** What is left of answers is collected now and then, where it came to much. */
function passingBy(): (bytes: number) => void {
  let untilLook = FLOOD
  return (bytes) => {
    untilLook -= bytes
    if (untilLook > 0) return
    const isMuch = process.memoryUsage.rss() > MUCH
    if (isMuch) thinOut()
    untilLook = (isMuch ? 16 : 1) * MIB
  }
}

const sizeOf = ({ headers, body }: WireResponse): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length, body.length)

async function send(
  agent: Dispatcher,
  request: WireRequest,
  timeout: number,
  turns: Turns,
): Promise<WireResponse> {
  try {
    const { status, headers, body } = await dispatched(agent, request, timeout, turns)
    return { status, headers, body: await decoded(body, contentCoding(headers), turns) }
  } catch (error) {
    throw error instanceof TransportFailure ? error : toFailure(error, request.url)
  }
}

/** One request on the dispatcher itself: undici's `request` makes a stream of each answer, which we would only collect. */
function dispatched(
  agent: Dispatcher,
  { url, method, headers, body }: WireRequest,
  timeout: number,
  turns: Turns,
): Promise<WireResponse & { body: Buffer }> {
  let release = () => {}
  const answered = new Promise<WireResponse & { body: Buffer }>((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    let head = { status: 0, headers: [] as [string, string][] }
    let under: Dispatcher.DispatchController | undefined
    let late: TransportFailure | undefined
    const timer = setTimeout(() => {
      late = new TransportFailure('timeout', `no complete answer within ${timeout} ms`)
      reject(late)
      under?.abort(late)
    }, timeout)
    agent.dispatch(
      { ...split(url), method: method as Dispatcher.HttpMethod, headers, body: body ?? null },
      {
        onRequestStart: (controller) => {
          under = controller
          // Its time may have run out while it waited for a connection: then it is not sent any more.
          if (late) controller.abort(late)
        },
        // Comes once more for each 1xx; the last one counts.
        onResponseStart: ({ rawHeaders }, status) => {
          head = { status, headers: pairs(rawHeaders as (string | Buffer)[]) }
        },
        onResponseData: (controller, chunk) => {
          chunks.push(chunk)
          const before = bytes
          bytes += chunk.length
          if (before > LARGE || bytes <= LARGE) return
          beFrugal()
          let isMine = false
          release = turns.ask(() => {
            isMine = true
            controller.resume()
          })
          if (!isMine) controller.pause()
        },
        onResponseEnd: () => {
          clearTimeout(timer)
          resolve({ ...head, body: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) })
        },
        onResponseError: (_, error) => {
          clearTimeout(timer)
          reject(error)
        },
      },
    )
  })
  return answered.finally(() => release())
}

function pairs(list: (string | Buffer)[]): [string, string][] {
  const found: [string, string][] = []
  for (let i = 0; i + 1 < list.length; i += 2) found.push([String(list[i]), String(list[i + 1])])
  return found
}

/** As `URL` would, which takes longer than the rest of the request; only what it need not change is left to us. */
function split(url: string): { origin: string; path: string } {
  const plain = PLAIN.exec(url)
  if (plain) return { origin: plain[1] as string, path: plain[2] as string }
  const { origin, pathname, search } = new URL(url)
  return { origin, path: pathname + search }
}

const PLAIN = /^(https?:\/\/[a-z0-9.-]+(?::\d+)?)(\/(?!.*(?:\/\.|%2e))[A-Za-z0-9/._~%?=&+:,;@!$*()-]*)$/

function contentCoding(headers: readonly (readonly [string, string])[]): string {
  return (
    headers
      .find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
      .trim()
      .toLowerCase() ?? 'identity'
  )
}

/** What arrives is limited by the agent; what a decoder makes of it is limited here. */
async function decoded(body: Buffer, coding: string, turns: Turns): Promise<Uint8Array> {
  const decode = DECODERS.get(coding)
  if (!decode || body.length === 0) return body
  const upTo = async (most: number) => {
    try {
      return await decode(body, { maxOutputLength: most, chunkSize: chunkFor(body) })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw error
      beFrugal()
      return undefined
    }
  }
  const most = Math.min(MAX_BYTES, body.length * MOST_TIMES)
  const all = (await upTo(LARGE)) ?? (most > LARGE ? await inTurn(turns, () => upTo(most)) : undefined)
  if (all) return all
  throw new TransportFailure('too-large', `the answer is larger than ${Math.floor(most / LARGE) || 1} MiB`)
}

/** What people are called does not repeat itself so often that a large answer becomes so much smaller. */
const MOST_TIMES = 200

async function inTurn<T>(turns: Turns, task: () => Promise<T>): Promise<T> {
  let release = () => {}
  await new Promise<void>((resolve) => {
    release = turns.ask(resolve)
  })
  return task().finally(release)
}

/** Every chunk is a way to another thread and back: of a bomb there would be a thousand. */
const chunkFor = ({ length }: Buffer): number => Math.min(1 << 20, Math.max(16 * 1024, length * 8))

type Decode = (body: Buffer, options: { maxOutputLength: number; chunkSize: number }) => Promise<Buffer>

const DECODERS: ReadonlyMap<string, Decode> = new Map([
  ['gzip', promisify<Buffer, ZlibOptions, Buffer>(gunzip)],
  ['x-gzip', promisify<Buffer, ZlibOptions, Buffer>(gunzip)],
  ['deflate', promisify<Buffer, ZlibOptions, Buffer>(inflate)],
  ['br', promisify<Buffer, BrotliOptions, Buffer>(brotliDecompress)],
])

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

function toFailure(error: unknown, url: string): TransportFailure {
  const cause = innermost(error)
  const code = String((cause as NodeJS.ErrnoException).code ?? '')
  const [, answered] = /^Proxy response \((\d+)\)/.exec(cause.message) ?? []
  if (answered !== undefined) return new TransportFailure('proxy', `it answered ${answered} to CONNECT`)
  if (isElsewhere(cause, url)) return new TransportFailure('proxy', cause.message)
  const kind = KINDS[code] ?? (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME/.test(code) ? 'tls' : 'protocol')
  return new TransportFailure(
    kind,
    cause instanceof errors.UndiciError || cause.message ? `${cause.message}` : code,
  )
}

/** A connection that failed and was not meant for the target's host and port was meant for a proxy. */
function isElsewhere(cause: Error, url: string): boolean {
  const { syscall, hostname, port } = cause as NodeJS.ErrnoException & { hostname?: string; port?: number }
  const target = new URL(url)
  if (syscall === 'getaddrinfo') return hostname !== undefined && hostname !== target.hostname
  const wanted = Number(target.port) || (target.protocol === 'https:' ? 443 : 80)
  return syscall === 'connect' && port !== undefined && port !== wanted
}

/** Several addresses were tried: the first refusal tells more than the sum. */
function innermost(error: unknown): Error {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return innermost(error.errors[0])
  if (error instanceof Error && error.cause instanceof Error) return innermost(error.cause)
  return error instanceof Error ? error : new Error(String(error))
}
