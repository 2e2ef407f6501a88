import { validateHeaderValue } from 'node:http'
import { createSecureContext } from 'node:tls'
import type { Json, JsonObject } from '#scim'
import { asWritten } from '../as-written.ts'
import { authMessages } from '../messages/auth.ts'
import { UsageError } from '../usage-error.ts'
import type { Auth, ClientMethod, ClientTls, JwtGrant, SigningKey } from './auth.ts'
import { AUTH_SHAPES, type AuthConfig, TLS_SHAPE } from './auth-config.ts'
import { readBytes, readSecret } from './secret.ts'
import type { Key } from './shape.ts'
import { readSigningKey } from './signing-key.ts'
import { tlsOptions } from './tls-options.ts'

type Env = NodeJS.ProcessEnv

/**
 * Fetches the secrets that a checked `auth` refers to.
 *
 * @throws UsageError for what is not set, cannot be read or does not fit together
 */
export function resolveAuth(config: AuthConfig, env: Env): Auth {
  const { type } = config
  const keys: Readonly<Record<string, Key>> = AUTH_SHAPES[type]
  const secret = (name: string) => secretAt('auth', name, config, keys, env) ?? missing(name)
  const text = (name: string) => textAt(config, name)
  const common = () => ({
    tokenUrl: String(config.tokenUrl),
    clientId: String(config.clientId),
    parameters: textsOf(config.parameters),
  })
  const scope = text('scope')
  if (type === 'none') return { type }
  if (type === 'bearer') return { type, token: headerSafe(secret('token'), 'auth.token') }
  if (type === 'basic') return { type, username: username(config), password: secret('password') }
  if (type === 'headers') return { type, headers: headersOf(config.headers as JsonObject, env) }
  if (type === 'client-credentials') {
    const method = (text('method') ?? 'client_secret_basic') as ClientMethod
    const clientSecret = method === 'tls_client_auth' ? undefined : secret('clientSecret')
    return { type, ...common(), method, ...given('clientSecret', clientSecret), ...given('scope', scope) }
  }
  const key = signingKey(config, secret('privateKey'), keys, env)
  if (type === 'private-key-jwt') {
    const audience = text('audience') ?? String(config.tokenUrl)
    return { type, ...common(), key, audience, ...given('scope', scope) }
  }
  return { type, ...common(), key, audience: String(config.audience), claims: grantClaims(config) }
}

/** Claims of a JWT grant that are the same each time; Altinn's system user is named as Maskinporten documents it. */
function grantClaims(config: AuthConfig): JwtGrant['claims'] {
  const systemUser = config.systemUser as { organisation: string; externalRef?: Json } | undefined
  const details = systemUser && {
    type: 'urn:altinn:systemuser',
    systemuser_org: { authority: 'iso6523-actorid-upis', ID: systemUser.organisation },
    ...(systemUser.externalRef === undefined ? {} : { externalRef: String(systemUser.externalRef) }),
  }
  return {
    ...textsOf(config.claims),
    scope: String(config.scope),
    ...given('resource', textAt(config, 'resource')),
    ...(details ? { authorization_details: [details] } : {}),
  }
}

function signingKey(
  config: AuthConfig,
  text: string,
  keys: Readonly<Record<string, Key>>,
  env: Env,
): SigningKey {
  return readSigningKey(text, {
    ...given('algorithm', textAt(config, 'algorithm')),
    ...given('keyId', textAt(config, 'keyId')),
    ...given('passphrase', secretAt('auth', 'passphrase', config, keys, env)),
  })
}

function username(config: AuthConfig): string {
  const name = String(config.username)
  // RFC 7617: what follows a colon would be taken for the password.
  if (name.includes(':')) throw new UsageError(authMessages().colonInUsername)
  return name
}

function headersOf(references: JsonObject, env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(references).map(([name, reference]) => {
      const what = `auth.headers.${asWritten(name)}`
      if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) throw new UsageError(authMessages().noHeaderName(what))
      return [name, headerSafe(readSecret(String(reference), what, env), what)]
    }),
  )
}

function headerSafe(value: string, what: string): string {
  try {
    validateHeaderValue('authorization', value)
    return value
  } catch {
    throw new UsageError(authMessages().notForHeader(what))
  }
}

/** @throws UsageError for certificates and keys that TLS cannot use */
export function resolveTls(config: JsonObject, env: Env): ClientTls {
  const secret = (name: string) => secretAt('tls', name, config, TLS_SHAPE.keys, env)
  const passphrase = given('passphrase', secret('passphrase'))
  const tls: ClientTls =
    config.pfx === undefined
      ? {
          certificate: secret('certificate') ?? missing('certificate', 'tls'),
          key: secret('key') ?? missing('key', 'tls'),
        }
      : { pfx: readBytes(String(config.pfx), 'tls.pfx', env).toString('base64') }
  tryOut({ ...tls, ...passphrase })
  return { ...tls, ...passphrase }
}

function tryOut(tls: ClientTls): void {
  try {
    createSecureContext(tlsOptions(tls))
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new UsageError(authMessages().tlsUnusable(tls.pfx !== undefined, tlsFault(code, message)))
  }
}

/** OpenSSL's own words, in ours. */
function tlsFault(code: string, message: string): 'passphrase' | 'mismatch' | 'old' | 'form' {
  if (/mac verify|bad decrypt|BAD_DECRYPT|passphrase|bad password/i.test(`${code} ${message}`))
    return 'passphrase'
  if (/MISMATCH/i.test(`${code} ${message}`)) return 'mismatch'
  return /unsupported/i.test(message) ? 'old' : 'form'
}

/** A secret that is referred to, or that the key's own variable holds. */
function secretAt(
  map: string,
  name: string,
  config: JsonObject,
  keys: Readonly<Record<string, Key>>,
  env: Env,
): string | undefined {
  const variable = keys[name]?.variable
  const reference = textAt(config, name) ?? (variable === undefined ? undefined : `env:${variable}`)
  return reference === undefined ? undefined : readSecret(reference, `${map}.${name}`, env)
}

function missing(name: string, map = 'auth'): never {
  throw new UsageError(authMessages().missingKey(map, name))
}

function textAt(config: JsonObject, name: string): string | undefined {
  return config[name] === undefined ? undefined : String(config[name])
}

function textsOf(value: Json | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries((value ?? {}) as JsonObject).map(([name, one]) => [name, String(one)]),
  )
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}
