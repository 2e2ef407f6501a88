import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Flags } from '../commands/options.ts'
import { type FileConfig, readConfig } from '../config.ts'
import { UsageError } from '../usage-error.ts'
import { type DeviationFlag, deviationFlags, type Settings } from './settings.ts'

/** Command line before environment before configuration file before defaults. */
export function resolveSettings(flags: Flags, env: NodeJS.ProcessEnv = process.env): Settings {
  const file = readConfig(flags.config)
  const target = flags.target ?? file.target
  const token = tokenOf(flags, file, env)
  const ca = flags.ca ?? file.ca
  return {
    ...(target === undefined ? {} : { target: checkUrl(target) }),
    ...(token === undefined ? {} : { token }),
    ...(ca === undefined ? {} : { ca: readSecretFile(ca, 'the certificate authority') }),
    ...optional('allowProduction', flags.allowProduction ?? file.allowProduction),
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
    deviations: deviationsOf(flags, target),
  }
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string }
}

function deviationsOf(flags: Flags, target: string | undefined): DeviationFlag[] {
  const named = deviationFlags(flags)
  if (named.length > 0 && target !== undefined) {
    throw new UsageError(
      '--defect and --variant change the embedded endpoint; leave --target out to use them.',
    )
  }
  return named
}

function tokenOf(flags: Flags, file: FileConfig, env: NodeJS.ProcessEnv): string | undefined {
  if (flags.token !== undefined) return flags.token
  if (file.tokenEnv !== undefined) {
    const value = env[file.tokenEnv]
    if (!value)
      throw new UsageError(`The configuration takes the token from ${file.tokenEnv}, which is not set.`)
    return value
  }
  if (file.tokenFile !== undefined) return readSecretFile(file.tokenFile, 'the token').trim()
  return env.SCIM_TEST_TOKEN || undefined
}

function readSecretFile(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(
      `Cannot read ${what} from ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unreadable'}.`,
    )
  }
}

function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `--target takes the base URL of a SCIM endpoint, like https://host/scim/v2; got "${text}".`,
    )
  }
  if (url.username || url.password)
    throw new UsageError('Credentials do not belong in --target; use SCIM_TEST_TOKEN or --header.')
  if (url.search || url.hash)
    throw new UsageError(`--target takes a base URL without query or fragment; got "${text}".`)
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

function parseHeaders(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const found = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(\S(?:[^\r\n]*\S)?)\s*$/.exec(line)
      if (!found) throw new UsageError('--header takes "Name: value".')
      return [found[1] as string, found[2] as string]
    }),
  )
}

function positive(name: string, value: number): number {
  if (Number.isInteger(value) && value > 0) return value
  throw new UsageError(`${name} takes a whole number above 0; got ${value}.`)
}
