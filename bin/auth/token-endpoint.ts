import { createHash, type KeyObject, randomBytes, timingSafeEqual, verify } from 'node:crypto'
import type { EndpointRequest, EndpointResponse } from '#endpoint'
import { isObject, type Json, type JsonObject } from '#scim'

export interface TokenEndpointOptions {
  readonly clientId: string
  /** Absent: no secret is enough. */
  readonly clientSecret?: string
  /** That of the client; absent: no assertion is enough. */
  readonly publicKey?: KeyObject
  /** What `aud` of an assertion may be. */
  readonly audiences: readonly string[]
  /** Seconds that a token holds. */
  readonly lifetime: number
}

/** An authorisation server for one client, as small as one can be: for trying out and for tests. */
export interface TokenEndpoint {
  answer(request: Pick<EndpointRequest, 'headers' | 'body'>): EndpointResponse
  accepts(token: string): boolean
}

export function createTokenEndpoint(options: TokenEndpointOptions): TokenEndpoint {
  const tokens = new Map<string, number>()
  const usedIds = new Set<string>()
  return {
    answer: ({ headers, body = '' }) => {
      try {
        admitGrant(headers, new URLSearchParams(body), options, usedIds)
      } catch (error) {
        if (error instanceof Refused) return refusal(error)
        throw error
      }
      const access_token = randomBytes(24).toString('base64url')
      tokens.set(access_token, Date.now() + options.lifetime * 1000)
      return json(200, { access_token, token_type: 'Bearer', expires_in: options.lifetime })
    },
    accepts: (token) => (tokens.get(token) ?? 0) > Date.now(),
  }
}

/** An error as in RFC 6749, section 5.2. */
class Refused extends Error {
  readonly code: string

  constructor(code: string, description: string) {
    super(description)
    this.code = code
  }
}

function refusal({ code, message }: Refused): EndpointResponse {
  const status = code === 'invalid_client' ? 401 : 400
  const challenge: Record<string, string> =
    status === 401 ? { 'www-authenticate': 'Basic realm="token"' } : {}
  return json(status, { error: code, error_description: message }, challenge)
}

function json(
  status: number,
  body: JsonObject,
  more: Readonly<Record<string, string>> = {},
): EndpointResponse {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', ...more }
  return { status, headers, body: JSON.stringify(body) }
}

const JWT_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const CLIENT_ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** @throws Refused */
function admitGrant(
  headers: EndpointRequest['headers'],
  form: URLSearchParams,
  options: TokenEndpointOptions,
  usedIds: Set<string>,
): void {
  const grant = form.get('grant_type')
  if (grant === JWT_GRANT) {
    const claims = checkAssertion(form.get('assertion'), options, usedIds, 'invalid_grant')
    if (typeof claims.scope !== 'string' || claims.scope === '')
      throw new Refused('invalid_scope', 'The grant asks for no scope')
  } else if (grant !== 'client_credentials')
    throw new Refused('unsupported_grant_type', 'The grant is neither client_credentials nor a JWT')
  else if (form.get('client_assertion_type') === CLIENT_ASSERTION) {
    const claims = checkAssertion(form.get('client_assertion'), options, usedIds, 'invalid_client')
    if (claims.sub !== options.clientId) throw new Refused('invalid_client', 'sub is not the client')
  } else checkSecret(headers, form, options)
}

function checkSecret(
  { authorization }: EndpointRequest['headers'],
  form: URLSearchParams,
  { clientId, clientSecret }: TokenEndpointOptions,
): void {
  const [id, secret] = pairIn(authorization) ?? [form.get('client_id'), form.get('client_secret')]
  const isKnown = clientSecret !== undefined && id === clientId && isSame(secret ?? '', clientSecret)
  if (!isKnown) throw new Refused('invalid_client', 'The client is unknown, or its secret is another')
}

/** RFC 6749, section 2.3.1: both parts are encoded as in a form. */
function pairIn(authorization: string | undefined): [string, string] | undefined {
  const [, base64] = /^basic +(\S+)$/i.exec(authorization ?? '') ?? []
  if (base64 === undefined) return undefined
  const [id = '', ...rest] = Buffer.from(base64, 'base64').toString('utf8').split(':')
  const decoded = (text: string) => new URLSearchParams(`x=${text}`).get('x') ?? ''
  return [decoded(id), decoded(rest.join(':'))]
}

/** Without telling by its time how much of it was right. */
export function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(wanted))
}

/** Seconds that an assertion may hold at the most, and that clocks may differ. As Maskinporten has it. */
const LONGEST = 120
const SKEW = 10

/** @throws Refused unless it is signed with the client's key, fresh, meant for us, and used for the first time */
function checkAssertion(
  assertion: string | null,
  { publicKey, clientId, audiences }: TokenEndpointOptions,
  usedIds: Set<string>,
  code: string,
): JsonObject {
  const refuse = (description: string): never => {
    throw new Refused(code, description)
  }
  const [head = '', payload = '', signature = ''] = (assertion ?? '').split('.')
  const header = parsed(head)
  const claims = parsed(payload)
  if (!header || !claims) return refuse('The assertion is no signed JWT')
  if (!publicKey || !isSigned(`${head}.${payload}`, signature, String(header.alg), publicKey))
    return refuse('The signature is not that of the registered key')
  const now = Date.now() / 1000
  const { iat, exp, jti } = claims
  if (claims.iss !== clientId) refuse('iss is not the client')
  if (!audiences.includes(String(claims.aud))) refuse('aud is not this server')
  if (typeof iat !== 'number' || typeof exp !== 'number') return refuse('iat or exp is missing')
  if (Math.abs(iat - now) > SKEW) refuse(`iat is more than ${SKEW} s away`)
  if (exp <= now || exp - iat > LONGEST) refuse(`exp is past, or more than ${LONGEST} s after iat`)
  if (typeof jti !== 'string' || usedIds.has(jti)) refuse('jti is missing, or was used before')
  usedIds.add(String(jti))
  return claims
}

function parsed(part: string): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The kind of the key decides which algorithms come into question, not the header alone. */
function isSigned(text: string, signature: string, algorithm: string, key: KeyObject): boolean {
  const [, family = '', bits = ''] = /^(RS|PS|ES)(256|384|512)$/.exec(algorithm) ?? []
  const kind = key.asymmetricKeyType
  const bytes = Buffer.from(signature, 'base64url')
  const data = Buffer.from(text)
  if (algorithm === 'EdDSA' && kind === 'ed25519') return verify(null, data, key, bytes)
  if (family === 'ES' && kind === 'ec')
    return verify(`sha${bits}`, data, { key, dsaEncoding: 'ieee-p1363' }, bytes)
  if (family === 'RS' && kind === 'rsa') return verify(`sha${bits}`, data, key, bytes)
  if (family !== 'PS' || kind !== 'rsa') return false
  // RSA_PKCS1_PSS_PADDING is 6; the salt is as long as the hash (RFC 7518, section 3.5).
  return verify(`sha${bits}`, data, { key, padding: 6, saltLength: Number(bits) / 8 }, bytes)
}
