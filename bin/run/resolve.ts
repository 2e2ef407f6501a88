import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { asWritten } from '../as-written.ts'
import type { Auth } from '../auth/auth.ts'
import { resolveAuth, resolveTls } from '../auth/resolve-auth.ts'
import { readSecret } from '../auth/secret.ts'
import type { Flags } from '../commands/options.ts'
import { type FileConfig, readConfig } from '../config.ts'
import { authMessages } from '../messages/auth.ts'
import { settings } from '../messages/settings.ts'
import { syncMessages } from '../messages/sync.ts'
import { UsageError } from '../usage-error.ts'
import { failOnOf, shardIn } from './gating.ts'
import { loadIn } from './load-settings.ts'
import { otherTokens } from './other-tokens.ts'
import { parseParameters } from './parameters.ts'
import { type DeviationFlag, deviationFlags, type Settings } from './settings.ts'
import { type SyncSettings, syncOf } from './sync.ts'

/** Command line before environment before configuration file before defaults. */
export function resolveSettings(flags: Flags, env: NodeJS.ProcessEnv = process.env): Settings {
  return settingsFrom(flags, readConfig(flags.config), env)
}

/** The same with a configuration that was read already. */
export function settingsFrom(flags: Flags, file: FileConfig, env: NodeJS.ProcessEnv): Settings {
  const target = flags.target ?? file.target
  const ca = flags.ca ?? file.ca
  return {
    ...(target === undefined ? {} : { target: checkUrl(target) }),
    auth: authOf(flags, file, env),
    ...(file.tls === undefined ? {} : { tls: resolveTls(file.tls, env) }),
    ...optional('proxy', proxyOf(file, env)),
    ...(ca === undefined ? {} : { ca: readAuthority(ca) }),
    ...optional('allowProduction', flags.allowProduction ?? file.allowProduction),
    ...optional('baseline', flags.baseline ?? file.baseline),
    ...failOnOf(flags.failOn ?? file.failOn),
    ...shardIn(flags.shard),
    headers: { ...file.headers, ...parseHeaders(flags.header ?? []) },
    profile: flags.profile ?? file.profile ?? 'rfc',
    only: (flags.only ?? file.only ?? []).flatMap((one) => one.split(',')).filter((one) => one !== ''),
    concurrency: positive('concurrency', flags.concurrency ?? file.concurrency ?? 8),
    rate: flags.rate ?? file.rate ?? 0,
    seed: flags.seed ?? file.seed ?? '1',
    timeout: positive('timeout', flags.timeout ?? file.timeout ?? 10_000),
    settle: flags.settle ?? file.settle ?? 1_000,
    out: resolve(flags.out ?? file.out ?? 'scim-test-report'),
    strict: flags.strict ?? file.strict ?? false,
    quiet: flags.quiet ?? file.quiet ?? false,
    allure: flags.allure ?? file.allure ?? false,
    assume: file.assume ?? {},
    create: file.create ?? {},
    parameters: { ...file.parameters, ...parseParameters(flags.parameter ?? []) },
    tokens: otherTokens(file.tokens, env),
    ...syncIn(flags, file, env, target),
    ...loadIn(flags.load, file.load),
    deviations: deviationsOf(flags, target),
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string }
}

function syncIn(
  flags: Flags,
  file: FileConfig,
  env: NodeJS.ProcessEnv,
  target: string | undefined,
): { sync?: SyncSettings } {
  const sync = syncOf(flags, file.sync, env)
  if (sync && target === undefined) throw new UsageError(syncMessages().embedded)
  return sync ? { sync } : {}
}

function deviationsOf(flags: Flags, target: string | undefined): DeviationFlag[] {
  const named = deviationFlags(flags)
  if (named.length > 0 && target !== undefined) {
    throw new UsageError(settings().onlyEmbedded)
  }
  return named
}

/** The token of the command line, else what `auth` says, else the token of the file or of the environment. */
function authOf(flags: Flags, file: FileConfig, env: NodeJS.ProcessEnv): Auth {
  if (flags.token !== undefined) return { type: 'bearer', token: flags.token }
  const short = (['tokenEnv', 'tokenFile'] as const).find((key) => file[key] !== undefined)
  if (file.auth !== undefined) {
    if (short !== undefined) throw new UsageError(authMessages().twoWays('auth', short))
    return resolveAuth(file.auth, env)
  }
  const reference = file.tokenFile === undefined ? `env:${file.tokenEnv}` : `file:${file.tokenFile}`
  const token =
    short === undefined ? env.SCIM_TEST_TOKEN : readSecret(reference, authMessages().theToken, env)
  // A line break at its end is what copying leaves behind.
  return token?.trim() ? { type: 'bearer', token: token.trim() } : { type: 'none' }
}

function proxyOf({ proxy }: FileConfig, env: NodeJS.ProcessEnv): string | undefined {
  if (proxy === undefined || !/^(?:env|file):/.test(proxy)) return proxy
  const address = readSecret(proxy, 'proxy', env)
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address
  throw new UsageError(authMessages().proxyNoAddress)
}

function readAuthority(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(
      settings().authorityNotRead(asWritten(path, 'path'), (error as NodeJS.ErrnoException).code ?? '?'),
    )
  }
}

/** @throws UsageError for what is no base URL */
export function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(settings().badTarget(asWritten(text, 'address')))
  }
  if (url.username || url.password) throw new UsageError(settings().credentialsInTarget)
  if (url.search || url.hash) throw new UsageError(settings().queryInTarget(`${url.origin}${url.pathname}…`))
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

function parseHeaders(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const found = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(\S(?:[^\r\n]*\S)?)\s*$/.exec(line)
      if (!found) throw new UsageError(settings().badHeader)
      return [found[1] as string, found[2] as string]
    }),
  )
}

function positive(name: string, value: number): number {
  if (Number.isInteger(value) && value > 0) return value
  throw new UsageError(settings().notWhole(name, value))
}
