import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { isObject, type Json } from '#scim'
import { authMessages } from '../messages/auth.ts'
import { UsageError } from '../usage-error.ts'
import type { SigningKey } from './auth.ts'

export interface KeyWishes {
  readonly algorithm?: string
  readonly keyId?: string
  readonly passphrase?: string
}

const SMALLEST_RSA = 2048

/**
 * A private key as people have it: PEM (PKCS #8, PKCS #1, SEC 1; with a passphrase too) or a JWK, whose `kid` and `alg`
 * count unless something else is wished for.
 *
 * @throws UsageError that says what is wrong with it, and nothing of what is in it
 */
export function readSigningKey(text: string, wishes: KeyWishes): SigningKey {
  const jwk = jwkIn(text)
  const key = parse(text, jwk, wishes.passphrase)
  const fitting = algorithmsFor(key)
  const said = wishes.algorithm ?? (typeof jwk?.alg === 'string' ? jwk.alg : undefined)
  const algorithm = said ?? fitting[0]
  if (algorithm === undefined || !fitting.includes(algorithm))
    throw new UsageError(authMessages().keyOfOtherKind(kindOf(key), said, fitting))
  const bits = key.asymmetricKeyDetails?.modulusLength
  if (bits !== undefined && bits < SMALLEST_RSA)
    throw new UsageError(authMessages().keyTooShort(bits, SMALLEST_RSA))
  const keyId = wishes.keyId ?? (typeof jwk?.kid === 'string' ? jwk.kid : undefined)
  const pem = key.export({ type: 'pkcs8', format: 'pem' }) as string
  return { pem, algorithm, ...(keyId === undefined ? {} : { keyId }) }
}

function jwkIn(text: string): Readonly<Record<string, Json>> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    const json: Json = JSON.parse(text)
    return isObject(json) ? json : undefined
  } catch {
    throw new UsageError(authMessages().keyNoJson)
  }
}

function parse(text: string, jwk: ReturnType<typeof jwkIn>, passphrase: string | undefined): KeyObject {
  const says = authMessages()
  try {
    if (jwk) return createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' })
    return createPrivateKey({ key: text, ...(passphrase === undefined ? {} : { passphrase }) })
  } catch (error) {
    if (jwk) throw new UsageError(jwk.d === undefined ? says.keyIsPublic : says.keyNoJson)
    if (/BEGIN (?:PUBLIC|RSA PUBLIC|CERTIFICATE)/.test(text)) throw new UsageError(says.keyIsPublic)
    if (/ENCRYPTED/.test(text))
      throw new UsageError(passphrase === undefined ? says.keyLocked : says.keyWrongPassphrase)
    const code = (error as NodeJS.ErrnoException).code
    throw new UsageError(says.keyUnknownForm(code ?? ''))
  }
}

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'ES256',
  secp384r1: 'ES384',
  secp521r1: 'ES512',
}

/** Those that the key can be used with, the usual one first. */
function algorithmsFor({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string[] {
  if (asymmetricKeyType === 'rsa') return ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']
  if (asymmetricKeyType === 'ed25519') return ['EdDSA']
  const curve = asymmetricKeyType === 'ec' ? CURVES[asymmetricKeyDetails?.namedCurve ?? ''] : undefined
  return curve === undefined ? [] : [curve]
}

function kindOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string {
  return [asymmetricKeyType, asymmetricKeyDetails?.namedCurve].filter(Boolean).join(' ')
}
