import type { Assumptions } from '#harness'
import type { JsonObject } from '#scim'

/** Everything a run needs to know, after command line, environment and configuration file were put together. */
export interface Settings {
  /** Absent: the embedded reference endpoint. Without a trailing slash. */
  readonly target?: string
  readonly token?: string
  readonly headers: Readonly<Record<string, string>>
  /** PEM text. */
  readonly ca?: string
  readonly profile: string
  readonly only: readonly string[]
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

/** Every secret in the settings: what the redactor must never let through. */
export function secretsOf(settings: Pick<Settings, 'token' | 'headers'>): string[] {
  const values = Object.entries(settings.headers).flatMap(([name, value]) => secretHeader(name, value))
  return [...(settings.token ? [settings.token] : []), ...values]
}

const PLAIN_HEADERS = new Set(['accept', 'accept-language', 'content-type', 'user-agent', 'x-request-id'])

/** A header that the user adds is taken for a secret unless it is known to be none. */
function secretHeader(name: string, value: string): string[] {
  if (PLAIN_HEADERS.has(name.toLowerCase())) return []
  const scheme = /^(?:Bearer|Basic|Digest|Token)\s+(.+)$/i.exec(value)
  return scheme?.[1] ? [value, scheme[1]] : [value]
}
