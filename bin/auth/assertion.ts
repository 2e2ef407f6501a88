import { createPrivateKey, randomUUID } from 'node:crypto'
import type { JwtGrant, PrivateKeyJwt, SigningKey } from './auth.ts'

/** Seconds that an assertion holds. Maskinporten takes 120 at the most; a fresh one is made each time. */
const LIFETIME = 120

/** Says who the client is: RFC 7523, section 3, for `client_assertion`. */
export function clientAssertion({ key, clientId, audience }: PrivateKeyJwt): Promise<string> {
  return sign(key, { iss: clientId, sub: clientId, aud: audience })
}

/** The grant itself, with what is asked for among its claims. */
export function grantAssertion({ key, clientId, audience, claims }: JwtGrant): Promise<string> {
  return sign(key, { ...claims, iss: clientId, aud: audience })
}

async function sign(
  { pem, algorithm, keyId }: SigningKey,
  claims: Readonly<Record<string, unknown>>,
): Promise<string> {
  // Loaded where it is needed: most runs have a token already.
  const { SignJWT } = await import('jose')
  const issued = Math.floor(Date.now() / 1000)
  return new SignJWT({ ...claims, iat: issued, exp: issued + LIFETIME, jti: randomUUID() })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(keyId === undefined ? {} : { kid: keyId }) })
    .sign(createPrivateKey(pem))
}
