/**
 * How a run shows the target who it is, with the secrets in it: plain data, for it crosses a thread boundary. It is never
 * printed and never kept.
 */
export type Auth =
  | { readonly type: 'none' }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | { readonly type: 'headers'; readonly headers: Readonly<Record<string, string>> }
  | TokenAuth

/** Ways to get an access token from a token endpoint, each with the token that was got already, if any. */
export type TokenAuth = ClientCredentials | PrivateKeyJwt | JwtGrant

interface AtTokenEndpoint {
  readonly tokenUrl: string
  readonly clientId: string
  /** Further form parameters, such as `audience` or `resource`. */
  readonly parameters: Readonly<Record<string, string>>
  readonly held?: Token
}

/** RFC 6749, section 4.4; the ways to show who the client is are called as in RFC 7591 and RFC 8705. */
export interface ClientCredentials extends AtTokenEndpoint {
  readonly type: 'client-credentials'
  readonly method: ClientMethod
  /** Absent with `tls_client_auth`. */
  readonly clientSecret?: string
  readonly scope?: string
}

export const CLIENT_METHODS = ['client_secret_basic', 'client_secret_post', 'tls_client_auth'] as const
export type ClientMethod = (typeof CLIENT_METHODS)[number]

/** Client credentials where a signed assertion takes the place of the secret: RFC 7523, section 2.2. */
export interface PrivateKeyJwt extends AtTokenEndpoint {
  readonly type: 'private-key-jwt'
  readonly key: SigningKey
  /** `aud` of the assertion. */
  readonly audience: string
  readonly scope?: string
}

/** The signed assertion is the grant itself: RFC 7523, section 2.1, as Maskinporten has it. */
export interface JwtGrant extends AtTokenEndpoint {
  readonly type: 'jwt-grant'
  readonly key: SigningKey
  readonly audience: string
  /** Those that are the same each time, `scope` among them. */
  readonly claims: Readonly<Record<string, unknown>>
}

export interface SigningKey {
  /** PKCS #8. */
  readonly pem: string
  readonly algorithm: string
  readonly keyId?: string
}

export interface Token {
  readonly value: string
  /** Milliseconds since 1970; absent where the token endpoint did not say. */
  readonly expires?: number
  /** Milliseconds before that at which it is renewed. */
  readonly margin?: number
}

/** What the client shows of itself on the TLS connection. */
export interface ClientTls {
  /** PEM. */
  readonly certificate?: string
  /** PEM. */
  readonly key?: string
  /** PKCS #12 in base64. */
  readonly pfx?: string
  readonly passphrase?: string
}

export function needsToken(auth: Auth): auth is TokenAuth {
  return auth.type === 'client-credentials' || auth.type === 'private-key-jwt' || auth.type === 'jwt-grant'
}

export const basicPair = (username: string, password: string): string =>
  Buffer.from(`${username}:${password}`).toString('base64')

/** Ways to sign in that the reference endpoint can be served with. */
export const SERVED_AUTH = ['bearer', 'basic', 'client-credentials', 'private-key-jwt', 'jwt-grant'] as const
