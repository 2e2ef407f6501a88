import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  algorithmOf,
  isSealedBy,
  keyIdOf,
  openEnvelope,
  PAYLOAD_TYPE,
  preAuthEncoding,
  renderEnvelope,
  seal,
} from './dsse.ts'

const BODY = Buffer.from('{"a":1}')
const ed25519 = generateKeyPairSync('ed25519')
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })

describe('envelope', () => {
  it('encodes as the protocol of DSSE shows, so that its published signature verifies', () => {
    const encoded = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'))
    expect(encoded.toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
    const coordinate = (decimal: string) =>
      Buffer.from(BigInt(decimal).toString(16).padStart(64, '0'), 'hex').toString('base64url')
    const x = coordinate('46950820868899156662930047687818585632848591499744589407958293238635476079160')
    const y = coordinate('5640078356564379163099075877009565129882514886557779369047442380624545832820')
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    const signature = Buffer.from(
      'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==',
      'base64',
    )
    expect(verify('sha256', encoded, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  })

  it('counts bytes, not characters', () => {
    expect(preAuthEncoding('æ', Buffer.from('å')).toString()).toBe('DSSEv1 2 æ 2 å')
  })

  it.each([
    ['Ed25519', ed25519],
    ['ECDSA-P256-SHA256', p256],
  ] as const)('seals and opens with %s', (algorithm, { privateKey, publicKey }) => {
    expect([algorithmOf(privateKey), algorithmOf(publicKey)]).toEqual([algorithm, algorithm])
    expect(keyIdOf(privateKey)).toBe(keyIdOf(publicKey))
    const opened = openEnvelope(renderEnvelope(seal(BODY, privateKey)))
    expect(opened?.payload).toEqual(BODY)
    expect(isSealedBy(BODY, opened?.signature as Buffer, publicKey)).toBe(true)
    expect(isSealedBy(Buffer.from('{"a":2}'), opened?.signature as Buffer, publicKey)).toBe(false)
  })

  it('takes no other kinds of keys', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    for (const { privateKey, publicKey } of [rsa, p384]) {
      expect(algorithmOf(privateKey)).toBeUndefined()
      expect(() => seal(BODY, privateKey)).toThrow(/Ed25519/)
      expect(isSealedBy(BODY, Buffer.alloc(64), publicKey)).toBe(false)
    }
  })

  it('does not take the other signature that ECDSA has for the same text', () => {
    const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')
    for (let n = 0; n < 20; n++) {
      const body = Buffer.from(String(n))
      const der = Buffer.from(seal(body, p256.privateKey).signatures[0]?.sig ?? '', 'base64')
      const r = der.subarray(0, 4 + (der[3] as number))
      const s = BigInt(`0x${der.subarray(r.length + 2).toString('hex')}`)
      const hex = (order - s).toString(16).padStart(64, '0')
      const bytes = Buffer.from(Number.parseInt(hex.slice(0, 2), 16) >= 128 ? `00${hex}` : hex, 'hex')
      const other = Buffer.concat([r, Buffer.from([2, bytes.length]), bytes])
      other[1] = other.length - 2
      // It is a signature all the same, which is why it has to be refused.
      expect(verify('sha256', preAuthEncoding(PAYLOAD_TYPE, body), p256.publicKey, other)).toBe(true)
      expect(isSealedBy(body, other, p256.publicKey)).toBe(false)
      expect(isSealedBy(body, der, p256.publicKey)).toBe(true)
    }
  })

  it('opens only what is written in the one way', () => {
    const file = renderEnvelope(seal(BODY, ed25519.privateKey))
    const envelope = JSON.parse(file.toString())
    for (const other of [
      JSON.stringify(envelope, null, 2),
      JSON.stringify(envelope),
      `${JSON.stringify({ ...envelope, more: 1 })}\n`,
      `${JSON.stringify({ ...envelope, payload: envelope.payload.replace(/=+$/, '') })}\n`,
      `${JSON.stringify({ ...envelope, signatures: [] })}\n`,
      `\ufeff${file}`,
      '',
      'null',
    ])
      expect(openEnvelope(Buffer.from(other)), other).toBeUndefined()
    expect(openEnvelope(file)).toBeDefined()
  })
})
