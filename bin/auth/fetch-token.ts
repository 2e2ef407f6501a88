import { type Transport, TransportFailure } from '#harness'
import { isObject, type Json, type JsonObject } from '#scim'
import { authMessages } from '../messages/auth.ts'
import { UsageError } from '../usage-error.ts'
import { clientAssertion, grantAssertion } from './assertion.ts'
import { basicPair, type ClientCredentials, type Token, type TokenAuth } from './auth.ts'

export interface TokenOptions {
  readonly send: Transport
  /** Told each secret before it is sent, and the token before it is used. */
  readonly hide: (secret: string) => void
  /** Takes secrets out of what the token endpoint says. */
  readonly redact: (text: string) => string
}

type Says = ReturnType<typeof authMessages>

/** Why there is no token: in the language of the user, and in English for the record. */
export class NoToken extends UsageError {
  readonly inEnglish: string

  constructor(text: (says: Says) => string) {
    super(text(authMessages()))
    this.inEnglish = text(authMessages('en'))
  }
}

/**
 * Asks the token endpoint for an access token, once.
 *
 * @throws NoToken with what was found, where, and what to do; no secret is in it
 */
export async function fetchToken(auth: TokenAuth, { send, hide, redact }: TokenOptions): Promise<Token> {
  const { headers, form } = await requestFor(auth, hide)
  const asked = Date.now()
  const answer = await send({
    method: 'POST',
    url: auth.tokenUrl,
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ ...auth.parameters, ...form }).toString(),
  }).catch((error: unknown) => {
    if (error instanceof TransportFailure)
      throw new NoToken((says) => says.noAnswer(shownUrl(auth), error.kind, redact(error.message)))
    throw error
  })
  const json = jsonOf(answer.body)
  // What it should keep to itself may stand a second time in what it says.
  for (const secret of secretsOf(json)) hide(secret)
  const said = (text: string) => redact(text).replace(JWT, '[secret]')
  const token = readAnswer({ status: answer.status, json }, auth, asked, said)
  hide(token.value)
  return token
}

interface TokenRequest {
  readonly headers?: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
}

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const JWT_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

async function requestFor(auth: TokenAuth, hide: (secret: string) => void): Promise<TokenRequest> {
  if (auth.type === 'jwt-grant') {
    const assertion = await grantAssertion(auth)
    hide(assertion)
    return { form: { grant_type: JWT_GRANT, assertion } }
  }
  const form = {
    grant_type: 'client_credentials',
    ...(auth.scope === undefined ? {} : { scope: auth.scope }),
  }
  if (auth.type === 'client-credentials') return withSecret(auth, form, hide)
  const client_assertion = await clientAssertion(auth)
  hide(client_assertion)
  return { form: { ...form, client_id: auth.clientId, client_assertion_type: ASSERTION, client_assertion } }
}

function withSecret(
  { method, clientId, clientSecret = '' }: ClientCredentials,
  form: TokenRequest['form'],
  hide: (secret: string) => void,
): TokenRequest {
  if (method === 'tls_client_auth') return { form: { ...form, client_id: clientId } }
  if (method === 'client_secret_post')
    return { form: { ...form, client_id: clientId, client_secret: clientSecret } }
  // RFC 6749, section 2.3.1: both are encoded as in a form before they become a pair.
  const pair = basicPair(formEncoded(clientId), formEncoded(clientSecret))
  hide(pair)
  return { headers: { authorization: `Basic ${pair}` }, form }
}

const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1)

/** Without its query: some services have a key there. */
const shownUrl = ({ tokenUrl }: TokenAuth): string => tokenUrl.replace(/\?.*$/s, '?…')

const JWT = /eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g
const SECRET_MEMBER = /(?:token|secret|assertion|password)$/i
/** Fewer letters stand in too much else. */
const FEWEST = 8

function secretsOf(json: JsonObject | undefined): string[] {
  return Object.entries(json ?? {}).flatMap(([name, value]) =>
    SECRET_MEMBER.test(name) && typeof value === 'string' && value.length >= FEWEST ? [value] : [],
  )
}

function readAnswer(
  { status, json }: { readonly status: number; readonly json: JsonObject | undefined },
  auth: TokenAuth,
  asked: number,
  redact: (text: string) => string,
): Token {
  const url = shownUrl(auth)
  if (status < 200 || status > 299) {
    const error = textIn(json, 'error', redact)
    const why = [error, textIn(json, 'error_description', redact)].filter((one) => one !== '').join(': ')
    throw new NoToken((says) => says.refused(url, status, why, error, auth.type))
  }
  if (!json) throw new NoToken((says) => says.noJson(url, status))
  const { access_token: value, token_type: type = 'Bearer' } = json
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value))
    throw new NoToken((says) => says.noAccessToken(url, redact(Object.keys(json).join(', '))))
  if (String(type).toLowerCase() !== 'bearer')
    throw new NoToken((says) => says.otherTokenType(url, redact(String(type)).slice(0, 40)))
  return { value, ...lifetime(json.expires_in, asked) }
}

/** Renewed a little early: while a request is on its way, its token must not run out. */
function lifetime(expiresIn: Json | undefined, asked: number): Omit<Token, 'value'> {
  const seconds = typeof expiresIn === 'string' ? Number(expiresIn) : expiresIn
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0) return {}
  return { expires: asked + seconds * 1000, margin: Math.min(30_000, seconds * 100) }
}

function jsonOf(body: Uint8Array): JsonObject | undefined {
  try {
    const json: Json = JSON.parse(Buffer.from(body).toString('utf8'))
    return isObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

const SAID = 300

function textIn(json: JsonObject | undefined, name: string, redact: (text: string) => string): string {
  const value = json?.[name]
  return typeof value === 'string' ? redact(value).slice(0, SAID) : ''
}
