import { stringify } from 'yaml'
import { AUTH_SHAPES } from '../auth/auth-config.ts'
import type { Key } from '../auth/shape.ts'
import { initMessages } from '../messages/init.ts'
import { spokenLanguage } from '../messages/language.ts'
import type { Choices } from './choices.ts'

export interface ConfigText {
  readonly text: string
  /** Environment variables that it takes secrets from. */
  readonly variables: readonly string[]
}

/**
 * The configuration file: what was chosen, and secrets as references to the environment alone.
 *
 * @param ca file of a certificate authority
 */
export function configText({ target, auth: type, options, profile, sync }: Choices, ca?: string): ConfigText {
  const keys: Readonly<Record<string, Key>> = AUTH_SHAPES[type]
  const { headers, ...texts } = options
  const named = (headers ?? '').split(',').map((one) => one.trim())
  const secrets =
    headers === undefined
      ? Object.entries(keys).flatMap(([name, { variable }]) =>
          variable === undefined || isUnused(name, options) ? [] : [[name, variable] as const],
        )
      : []
  const references = headers === undefined ? [] : named.map((name) => [name, variableFor(name)] as const)
  const auth = {
    type,
    ...texts,
    ...Object.fromEntries(secrets.map(([name, variable]) => [name, `env:${variable}`])),
    ...(headers === undefined
      ? {}
      : { headers: Object.fromEntries(references.map(([name, variable]) => [name, `env:${variable}`])) }),
  }
  const parts = [
    `# yaml-language-server: $schema=node_modules/scim-test/fixtures/config.schema.json\n# ${initMessages().fileHead}\n`,
    stringify({ target }),
    stringify({ auth }),
    ...(ca === undefined ? [] : [stringify({ ca })]),
    stringify({ profile }),
    ...(sync === undefined ? [] : [stringify({ sync: { ...sync, token: `env:${SYNC_TOKEN}` } })]),
    ...(spokenLanguage() === 'en' ? [] : [stringify({ lang: spokenLanguage() })]),
  ]
  const variables = [...secrets, ...references].map(([, variable]) => variable)
  return { text: parts.join('\n'), variables: sync === undefined ? variables : [...variables, SYNC_TOKEN] }
}

const SYNC_TOKEN = 'SCIM_TEST_SYNC_TOKEN'

/** A client that shows its certificate has no secret. */
const isUnused = (name: string, { method }: Choices['options']) =>
  name === 'clientSecret' && method === 'tls_client_auth'

const variableFor = (header: string): string =>
  `SCIM_TEST_${header
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')}`
