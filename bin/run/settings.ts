import type { Assumptions, Load, Shard } from '#harness'
import type { JsonObject } from '#scim'
import type { Auth, ClientTls } from '../auth/auth.ts'
import { headerSecrets, secretsIn } from '../auth/secrets.ts'
import type { GateSettings } from './gating.ts'
import type { OtherTokens } from './other-tokens.ts'
import type { SyncSettings } from './sync.ts'

/** Everything a run needs to know, after command line, environment and configuration file were put together. */
export interface Settings extends GateSettings {
  /** Absent: the embedded reference endpoint. Without a trailing slash. */
  readonly target?: string
  readonly auth: Auth
  readonly headers: Readonly<Record<string, string>>
  /** PEM text. */
  readonly ca?: string
  readonly tls?: ClientTls
  /** Address of a proxy, perhaps with a password. Absent: what the environment says. */
  readonly proxy?: string
  readonly profile: string
  readonly only: readonly string[]
  /** The part of the run that this one is. */
  readonly shard?: Shard
  readonly concurrency: number
  /** Requests a second; 0 for no limit. */
  readonly rate: number
  readonly seed: string
  /** Milliseconds for one request. */
  readonly timeout: number
  /** Milliseconds within which the target shows its own writes everywhere. */
  readonly settle: number
  readonly out: string
  readonly strict: boolean
  readonly quiet: boolean
  readonly allure: boolean
  /** A production host that the user named explicitly. */
  readonly allowProduction?: string
  readonly assume: Assumptions
  readonly create: Readonly<Record<string, JsonObject>>
  /** Of the profile, as they were given. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Where the target can be read, and how. */
  readonly sync?: SyncSettings
  /** How much load the target is to be put under; none where it was not asked for. */
  readonly load?: Load
  /** Tokens that are sent by checks that ask for them. */
  readonly tokens?: OtherTokens
  /** Defects and variants of the embedded endpoint. */
  readonly deviations: readonly DeviationFlag[]
}

export interface DeviationFlag {
  readonly flag: 'defect' | 'variant'
  readonly name: string
}

export function deviationFlags({
  defect = [],
  variant = [],
}: {
  defect?: string[]
  variant?: string[]
}): DeviationFlag[] {
  return [
    ...defect.map((name) => ({ flag: 'defect', name }) as const),
    ...variant.map((name) => ({ flag: 'variant', name }) as const),
  ]
}

/** Every secret in the settings and in the proxies of the environment: what the redactor must never let through. */
export function secretsOf(
  {
    auth,
    tls,
    proxy,
    headers,
    tokens = {},
    sync,
  }: Pick<Settings, 'auth' | 'tls' | 'proxy' | 'headers' | 'tokens' | 'sync'>,
  env: NodeJS.ProcessEnv = process.env,
): string[] {
  const proxies = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].flatMap(
    (name) => env[name] ?? [],
  )
  return [
    ...secretsIn(auth, tls, proxy),
    ...Object.values(tokens),
    ...(sync?.token ? [sync.token] : []),
    ...proxies.flatMap((one) => secretsIn({ type: 'none' }, {}, one)),
    ...Object.entries(headers).flatMap(([name, value]) => headerSecrets(name, value)),
  ]
}
