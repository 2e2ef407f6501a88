import { isObject, type Json, type JsonObject } from '#scim'
import { authMessages } from '../messages/auth.ts'
import { didYouMean, UsageError } from '../usage-error.ts'
import { CLIENT_METHODS } from './auth.ts'
import { type At, checkShape, type Key, type Shape } from './shape.ts'

const text: Key = { takes: 'text' }
const needed: Key = { takes: 'text', required: true }
const texts: Key = { takes: 'texts' }
const tokenUrl: Key = { takes: 'url', required: true }
const secret = (variable: string): Key => ({ takes: 'secret', variable })

const signing = {
  privateKey: secret('SCIM_TEST_PRIVATE_KEY'),
  passphrase: { takes: 'secret' },
  keyId: text,
  algorithm: {
    takes: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'],
  },
} satisfies Record<string, Key>

/** The keys under `auth`, by its `type`. */
export const AUTH_SHAPES = {
  none: {},
  bearer: { token: secret('SCIM_TEST_TOKEN') },
  basic: { username: needed, password: secret('SCIM_TEST_PASSWORD') },
  headers: { headers: { takes: 'secrets', required: true } },
  'client-credentials': {
    tokenUrl,
    clientId: needed,
    clientSecret: secret('SCIM_TEST_CLIENT_SECRET'),
    method: { takes: CLIENT_METHODS },
    scope: text,
    parameters: texts,
  },
  'private-key-jwt': {
    tokenUrl,
    clientId: needed,
    ...signing,
    audience: text,
    scope: text,
    parameters: texts,
  },
  'jwt-grant': {
    tokenUrl,
    clientId: needed,
    ...signing,
    audience: needed,
    scope: needed,
    resource: text,
    systemUser: {
      takes: { keys: { organisation: { takes: 'organisation', required: true }, externalRef: text } },
    },
    claims: texts,
    parameters: texts,
  },
} as const satisfies Record<string, Readonly<Record<string, Key>>>

export type AuthType = keyof typeof AUTH_SHAPES

export const AUTH_TYPES = Object.keys(AUTH_SHAPES) as AuthType[]

/** What the configuration says under `auth`: checked, secrets still as references. */
export interface AuthConfig extends JsonObject {
  readonly type: AuthType
}

export const TLS_SHAPE: Shape = {
  keys: {
    certificate: { takes: 'secret' },
    key: secret('SCIM_TEST_TLS_KEY'),
    pfx: { takes: 'secret' },
    passphrase: { takes: 'secret' },
  },
}

/** @throws UsageError with the place of what is wrong */
export function checkAuth(value: Json, at: At): AuthConfig {
  const type = isObject(value) ? value.type : undefined
  const known = AUTH_TYPES.find((one) => one === type)
  if (known === undefined) {
    const path = isObject(value) && 'type' in value ? 'auth.type' : 'auth'
    const near = typeof type === 'string' ? didYouMean(type, AUTH_TYPES) : ''
    throw new UsageError(`${at(path)}: ${authMessages().unknownType(near, AUTH_TYPES)}`)
  }
  const keys: Readonly<Record<string, Key>> = { type: { takes: [known] }, ...AUTH_SHAPES[known] }
  return checkShape('auth', value, { keys }, at) as AuthConfig
}

export function checkTls(value: Json, at: At): JsonObject {
  return checkShape('tls', value, TLS_SHAPE, at)
}

/** The address of a proxy, or a reference to it where it carries a password. */
export function checkProxy(value: Json, at: At): string {
  const reference = typeof value === 'string' && /^(?:env|file):/.test(value)
  checkShape('', { proxy: value }, { keys: { proxy: { takes: reference ? 'secret' : 'url' } } }, (path) =>
    at(path.replace(/^\./, '')),
  )
  return value as string
}
