import { createFeed, createLimiter, type FeedDoor, type FeedFacts, type FeedOptions } from '#harness'
import { runTag } from '#people'
import type { Exchange } from '#scim'
import { asWritten } from '../as-written.ts'
import { readSecret } from '../auth/secret.ts'
import { syncMessages } from '../messages/sync.ts'
import { UsageError } from '../usage-error.ts'
import type { Connection } from './connect.ts'
import { refuseProduction } from './production-guard.ts'
import { checkUrl } from './resolve.ts'
import type { Settings } from './settings.ts'
import type { SyncConfig } from './sync-config.ts'
import { transportOf } from './transport-of.ts'

/** Where the target can be read. */
export interface SyncSettings extends FeedFacts {
  readonly token?: string
  /** Milliseconds within which what was written by SCIM arrives. */
  readonly settle: number
}

export interface SyncFlags {
  readonly syncApi?: string
  readonly syncOrg?: string
  readonly syncSystem?: string
  readonly syncSettle?: number
}

const SETTLE = 10_000
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Command line before configuration file; the token from the file's reference or `SCIM_TEST_SYNC_TOKEN`.
 *
 * @throws UsageError where something is missing or makes no sense
 */
export function syncOf(
  flags: SyncFlags,
  file: SyncConfig = {},
  env: NodeJS.ProcessEnv = process.env,
): SyncSettings | undefined {
  const api = flags.syncApi ?? file.api
  const [org, system] = [flags.syncOrg ?? file.org, flags.syncSystem ?? file.system]
  if (api === undefined) {
    const alone = (['syncOrg', 'syncSystem', 'syncSettle'] as const).find((name) => flags[name] !== undefined)
    if (alone !== undefined) throw new UsageError(syncMessages().alone(FLAG_NAMES[alone]))
    return undefined
  }
  if (org === undefined) throw new UsageError(syncMessages().needs('--sync-org'))
  if (system === undefined || system === '') throw new UsageError(syncMessages().needs('--sync-system'))
  const token =
    file.token === undefined ? env.SCIM_TEST_SYNC_TOKEN : readSecret(file.token, 'sync.token', env)
  return {
    base: encrypted(checkUrl(api)),
    fiksOrgId: checkOrg(org),
    maalSystem: system,
    ...(token ? { token: token.trim() } : {}),
    settle: flags.syncSettle ?? (file.settle === undefined ? SETTLE : Number(file.settle)),
  }
}

const FLAG_NAMES = {
  syncOrg: '--sync-org',
  syncSystem: '--sync-system',
  syncSettle: '--sync-settle',
} as const

/** @throws UsageError */
export function checkOrg(org: string): string {
  if (!UUID.test(org)) throw new UsageError(syncMessages().noUuid(asWritten(org)))
  return org
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/** @throws UsageError for an address of another machine without TLS */
export function encrypted(url: string): string {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && !LOOPBACK.test(hostname))
    throw new UsageError(syncMessages().plainHttp(hostname))
  return url
}

/** What checks may know of it. @throws UsageError for a production host that was not named */
export function factsOfSync(settings: Pick<Settings, 'sync' | 'allowProduction'>): FeedFacts | undefined {
  const { sync, allowProduction } = settings
  if (!sync) return undefined
  refuseProduction(sync.base, allowProduction)
  const { base, fiksOrgId, maalSystem } = sync
  return { base, fiksOrgId, maalSystem }
}

const AT_ONCE = 4

/**
 * The door to the Sync API with sockets of its own: neither the client's certificate nor any header or token of the SCIM
 * target goes there.
 */
export function openFeed(
  settings: Settings,
  run: string,
  { client, redactor }: Connection,
  onExchange: (exchange: Exchange) => void,
  before: (send: FeedOptions['transport']) => FeedOptions['transport'] = (send) => send,
): { door: FeedDoor; close(): Promise<void> } | undefined {
  const { sync, timeout, ca, proxy, rate } = settings
  if (!sync) return undefined
  const http = transportOf(
    { timeout, ...(ca === undefined ? {} : { ca }), ...(proxy === undefined ? {} : { proxy }) },
    AT_ONCE,
  )
  const door = createFeed({
    ...sync,
    transport: before(http.send),
    redactor,
    limiter: createLimiter(AT_ONCE, rate),
    isOurs: (id) => client.guard.owns(encodeURIComponent(id)),
    tag: runTag(run),
    salt: `${run}/${settings.seed}/sync`,
    onExchange,
  })
  return { door, close: () => http.close() }
}
