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
import { createAccess } from '../auth/access.ts'
import { withPatience } from './patience.ts'
import { type Settings, secretsOf } from './settings.ts'
import { transportOf } from './transport-of.ts'

export interface ConnectOptions
  extends Pick<ClientOptions, 'journal' | 'onExchange' | 'onAnswered' | 'prefix' | 'sent'> {
  readonly settings: Settings
  readonly run: string
  /** Without a trailing slash. */
  readonly base: string
  /** Requests in flight at the most. */
  readonly concurrency: number
  /** Nobody keeps the answers, as in a play. */
  readonly passing?: boolean
  /** Stands before the sockets: what lets a run be stopped. */
  readonly before?: (send: Transport) => Transport
}

export interface Connection {
  readonly client: Client
  readonly redactor: Redactor
  close(): Promise<void>
}

/** The one way in which a command gets a client: credentials, pace, trust and redaction as the settings say. */
export function connect({
  settings,
  run,
  base,
  concurrency,
  passing,
  before,
  ...rest
}: ConnectOptions): Connection {
  const { rate, headers, auth, tokens = {} } = settings
  const http = transportOf(settings, concurrency, passing)
  const redactor = createRedactor(secretsOf(settings), `${run}/${settings.seed}`)
  const access = createAccess(auth, redactor)
  const send = withPatience(access.through(http.send), settings)
  const client = createClient({
    ...rest,
    transport: before ? before(send) : send,
    base,
    credentials: access.credentials,
    headers,
    tokens,
    redactor,
    limiter: createLimiter(concurrency, rate),
    tag: runTag(run),
  })
  return { client, redactor, close: () => http.close() }
}
