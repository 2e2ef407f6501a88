import type { Json } from '#scim'
import { formatCheck } from './format.part.ts'
import { bytesOf } from './kept.part.ts'

/** One DER sequence, with nothing behind it. */
function isDer(value: Json): boolean {
  const bytes = Buffer.from(String(value), 'base64')
  if (!/^[\w+/=\s-]+$/.test(String(value)) || bytes[0] !== 0x30 || bytes[1] !== 0x82) return false
  return bytes.length === 4 + bytes.readUInt16BE(2)
}

export default formatCheck({
  id: 'attributes/certificate-is-one-certificate',
  title: 'A certificate comes back alone, as it was sent',
  proves: ['RFC7643-4.1.2-28', 'RFC7643-4.1.2-29'],
  path: 'x509Certificates.value',
  expected: 'one DER certificate in base64',
  fits: (value, sent) => isDer(value) && sent.some((one) => bytesOf(one) === bytesOf(value)),
  wrong: 'LS0tLS1CRUdJTg==',
})
