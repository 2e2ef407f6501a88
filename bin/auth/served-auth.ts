import { createPublicKey, type KeyObject } from 'node:crypto'
import type { Endpoint, EndpointRequest, EndpointResponse } from '#endpoint'
import { isObject, type Json } from '#scim'
import { serveMessages } from '../messages/serve-auth.ts'
import { UsageError } from '../usage-error.ts'
import { basicPair, type SERVED_AUTH } from './auth.ts'
import { readText } from './secret.ts'
import { createTokenEndpoint, isSame, type TokenEndpoint } from './token-endpoint.ts'

/** How clients of the served endpoint sign in, where a fixed bearer token is not what is wanted. */
export type ServedAuth =
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | {
      readonly type: Exclude<(typeof SERVED_AUTH)[number], 'bearer' | 'basic'>
      readonly clientId: string
      readonly clientSecret?: string
      readonly publicKey?: KeyObject
      /** Seconds that a token holds. */
      readonly lifetime: number
    }

/** The name that clients of the served endpoint go by. */
export const SERVED_CLIENT = 'scim-test'

export interface ServedAuthFlags {
  readonly auth?: string | undefined
  readonly clientKey?: string | undefined
  readonly tokenLifetime?: number | undefined
}

const LIFETIME = 600

/** @throws UsageError for what is missing: secrets come from the environment, the key from a file */
export function servedAuthOf(flags: ServedAuthFlags, env: NodeJS.ProcessEnv): ServedAuth | undefined {
  const { auth: type, tokenLifetime: lifetime = LIFETIME } = flags
  if (type === undefined || type === 'bearer') return undefined
  const secret = (variable: string) => env[variable] || missing(serveMessages().needsVariable(type, variable))
  if (type === 'basic') return { type, username: SERVED_CLIENT, password: secret('SCIM_TEST_PASSWORD') }
  if (!(lifetime > 0)) throw new UsageError(serveMessages().lifetime)
  const client = { clientId: SERVED_CLIENT, lifetime }
  if (type === 'client-credentials')
    return { type, ...client, clientSecret: secret('SCIM_TEST_CLIENT_SECRET') }
  const file = flags.clientKey ?? missing(serveMessages().needsKey(type))
  return { type: type as 'private-key-jwt' | 'jwt-grant', ...client, publicKey: publicKeyIn(file) }
}

function missing(message: string): never {
  throw new UsageError(message)
}

function publicKeyIn(path: string): KeyObject {
  const text = readText(path, '--client-key')
  try {
    return createPublicKey(text.trimStart().startsWith('{') ? { key: JSON.parse(text), format: 'jwk' } : text)
  } catch {
    throw new UsageError(serveMessages().noKey(path))
  }
}

/** What stands in front of an endpoint that wants one fixed token. */
export interface Doorman {
  readonly handle: Endpoint['handle']
  /** Answers what is not SCIM: the token endpoint, at its path from the root. */
  readonly aside: (request: EndpointRequest) => EndpointResponse | undefined
}

export const TOKEN_PATH = '/token'

/**
 * @param origin of the server, for `aud`
 * @param inner the token that the endpoint behind wants
 */
export function doorman(
  auth: ServedAuth,
  endpoint: Pick<Endpoint, 'handle'>,
  inner: string,
  origin: () => string,
): Doorman {
  let tokens: TokenEndpoint | undefined
  const tokenEndpoint = () => {
    if (auth.type === 'basic') return undefined
    tokens ??= createTokenEndpoint({
      ...auth,
      audiences: [`${origin()}${TOKEN_PATH}`, `${origin()}/`, origin()],
    })
    return tokens
  }
  const isRight = (given: string) => {
    const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(given) ?? []
    if (auth.type === 'basic')
      return scheme.toLowerCase() === 'basic' && isSame(value, basicPair(auth.username, auth.password))
    return scheme.toLowerCase() === 'bearer' && tokenEndpoint()?.accepts(value) === true
  }
  return {
    handle: (request) => {
      const { authorization: given, ...headers } = request.headers
      const shown =
        given === undefined ? {} : { authorization: isRight(given) ? `Bearer ${inner}` : 'Bearer -' }
      const answer = endpoint.handle({ ...request, headers: { ...headers, ...shown } })
      return auth.type === 'basic' ? inBasicTerms(answer, request.path) : answer
    },
    aside: (request) => {
      if (request.path !== TOKEN_PATH || request.method !== 'POST') return undefined
      return tokenEndpoint()?.answer(request)
    },
  }
}

const HTTP_BASIC = {
  type: 'httpbasic',
  name: 'HTTP Basic',
  description: 'User name and password, as in RFC 7617',
  specUri: 'https://www.rfc-editor.org/info/rfc7617',
  primary: true,
}

/** The endpoint behind speaks of bearer tokens. */
function inBasicTerms(answer: EndpointResponse, path: string): EndpointResponse {
  const headers =
    answer.headers['www-authenticate'] === undefined
      ? answer.headers
      : { ...answer.headers, 'www-authenticate': 'Basic realm="scim"' }
  if (answer.status !== 200 || !/^\/ServiceProviderConfig(?:$|\?)/.test(path)) return { ...answer, headers }
  const config: Json = JSON.parse(answer.body ?? 'null')
  if (!isObject(config)) return { ...answer, headers }
  return { ...answer, headers, body: JSON.stringify({ ...config, authenticationSchemes: [HTTP_BASIC] }) }
}
