import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { isObject, type Json } from '#scim'
import { canonicalJson, sha256 } from './canonical.ts'

/** The envelope that in-toto recommends: DSSE 1.0 (secure-systems-lab/dsse). */
export interface Envelope {
  /** Base64 of the statement. */
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[]
}

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json'

export type Algorithm = 'Ed25519' | 'ECDSA-P256-SHA256'

/** What a key can sign with; `undefined` for kinds that are not used here. */
export function algorithmOf(key: KeyObject): Algorithm | undefined {
  if (key.asymmetricKeyType === 'ed25519') return 'Ed25519'
  const curve = key.asymmetricKeyType === 'ec' ? key.asymmetricKeyDetails?.namedCurve : undefined
  return curve === 'prime256v1' ? 'ECDSA-P256-SHA256' : undefined
}

/** SHA-256 of the public key as SubjectPublicKeyInfo (DER), in hexadecimal: the same for both halves of a pair. */
export function keyIdOf(key: KeyObject): string {
  return sha256(publicHalf(key).export({ type: 'spki', format: 'der' }))
}

export function publicHalf(key: KeyObject): KeyObject {
  return key.type === 'private' ? createPublicKey(key) : key
}

/** What is signed: type and body with their lengths in front, so that neither can run into the other. */
export function preAuthEncoding(type: string, body: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.length} `
  return Buffer.concat([Buffer.from(head), body])
}

/** @throws Error for a key of a kind that is not used here */
export function seal(payload: Uint8Array, privateKey: KeyObject): Envelope {
  const algorithm = algorithmOf(privateKey)
  if (algorithm === undefined) throw new Error('only Ed25519 and ECDSA P-256 keys sign')
  const message = preAuthEncoding(PAYLOAD_TYPE, payload)
  const signed = algorithm === 'Ed25519' ? sign(null, message, privateKey) : lowSignature(message, privateKey)
  return {
    payload: Buffer.from(payload).toString('base64'),
    payloadType: PAYLOAD_TYPE,
    signatures: [{ keyid: keyIdOf(privateKey), sig: signed.toString('base64') }],
  }
}

/** Whether this key made the signature over this payload. */
export function isSealedBy(payload: Uint8Array, signature: Uint8Array, publicKey: KeyObject): boolean {
  const algorithm = algorithmOf(publicKey)
  if (algorithm === undefined) return false
  const message = preAuthEncoding(PAYLOAD_TYPE, payload)
  if (algorithm === 'Ed25519') return verify(null, message, publicKey, signature)
  return verify('sha256', message, publicKey, signature) && isLow(signature)
}

const P256_ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')

/**
 * Of the two signatures that ECDSA has for everything, the one with the smaller number: whoever has one can compute the
 * other without the key, and a changed file must not verify.
 */
function lowSignature(message: Uint8Array, key: KeyObject): Buffer {
  for (;;) {
    const signed = sign('sha256', message, key)
    if (isLow(signed)) return signed
  }
}

/** @param signature DER: a sequence of the integers r and s, as node:crypto writes and demands it */
function isLow(signature: Uint8Array): boolean {
  const s = 6 + (signature[3] ?? 0)
  const hex = Buffer.from(signature.subarray(s)).toString('hex')
  return hex !== '' && BigInt(`0x${hex}`) <= P256_ORDER / 2n
}

/** The bytes of the file: there is one way to write an envelope, so that any other bytes are a change. */
export function renderEnvelope(envelope: Envelope): Buffer {
  return Buffer.from(`${canonicalJson(envelope as unknown as Json)}\n`)
}

export interface Opened {
  readonly payload: Buffer
  readonly keyId: string
  readonly signature: Buffer
}

/** `undefined` unless the bytes are exactly those of an envelope of ours with one signature. */
export function openEnvelope(bytes: Uint8Array): Opened | undefined {
  const envelope = parse(bytes)
  if (!isObject(envelope) || envelope.payloadType !== PAYLOAD_TYPE) return undefined
  const { payload, signatures } = envelope
  if (typeof payload !== 'string' || !Array.isArray(signatures) || signatures.length !== 1) return undefined
  const [one] = signatures
  if (!isObject(one) || typeof one.keyid !== 'string' || typeof one.sig !== 'string') return undefined
  const opened = {
    payload: Buffer.from(payload, 'base64'),
    keyId: one.keyid,
    signature: Buffer.from(one.sig, 'base64'),
  }
  const again = renderEnvelope({
    payload: opened.payload.toString('base64'),
    payloadType: PAYLOAD_TYPE,
    signatures: [{ keyid: opened.keyId, sig: opened.signature.toString('base64') }],
  })
  return again.equals(bytes) ? opened : undefined
}

/** Whether the bytes are an envelope at all, changed or not. */
export function isEnvelope(bytes: Uint8Array): boolean {
  const value = parse(bytes)
  return isObject(value) && typeof value.payloadType === 'string'
}

function parse(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as Json
  } catch {
    return undefined
  }
}
