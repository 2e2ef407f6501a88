import {
  type Client,
  type ClientOptions,
  createClient,
  createLimiter,
  createRedactor,
  type Redactor,
  type Transport,
} from '#harness'
import { runTag } from '#people'
import { createTransport } from '../http/transport.ts'
import { type Settings, secretsOf } from './settings.ts'

export interface ConnectOptions extends Pick<ClientOptions, 'journal' | 'onExchange' | 'prefix'> {
  readonly settings: Settings
  readonly run: string
  /** Without a trailing slash. */
  readonly base: string
  /** Requests in flight at the most. */
  readonly concurrency: number
  /** Stands before the sockets: what lets a run be stopped. */
  readonly before?: (send: Transport) => Transport
}

export interface Connection {
  readonly client: Client
  readonly redactor: Redactor
  close(): Promise<void>
}

/** The one way in which a command gets a client: credentials, pace, trust and redaction as the settings say. */
export function connect({ settings, run, base, concurrency, before, ...rest }: ConnectOptions): Connection {
  const { timeout, ca, rate, headers, token } = settings
  const http = createTransport({ timeout, connections: concurrency, ...(ca === undefined ? {} : { ca }) })
  const redactor = createRedactor(secretsOf(settings), `${run}/${settings.seed}`)
  const client = createClient({
    ...rest,
    transport: before ? before(http.send) : http.send,
    base,
    credentials: token ? { authorization: `Bearer ${token}` } : {},
    headers,
    redactor,
    limiter: createLimiter(concurrency, rate),
    tag: runTag(run),
  })
  return { client, redactor, close: () => http.close() }
}
