import type { Json } from '#scim'
import { formatCheck } from './format.part.ts'

const plain = (value: Json) => String(value).replaceAll('\r\n', '\n').toLowerCase()

export default formatCheck({
  id: 'attributes/line-breaks-in-street-addresses',
  title: 'A street address may have line breaks',
  proves: ['RFC7643-4.1.2-18'],
  path: 'addresses.streetAddress',
  expected: 'the line breaks that were sent',
  fits: (value, sent) => sent.some((one) => plain(one) === plain(value)),
  wrong: 'Storgata 1 Oppgang B',
})
