import type { Json } from '#scim'
import { formatCheck } from './format.part.ts'

const lines = (value: Json) => String(value).split(/\r\n|\n/).length

export default formatCheck({
  id: 'attributes/line-breaks-in-addresses',
  title: 'An address may have line breaks in its formatted form',
  proves: ['RFC7643-4.1.2-17'],
  path: 'addresses.formatted',
  expected: 'the line breaks that were sent',
  fits: (value, sent) => lines(value) === Math.min(...sent.map(lines)),
  wrong: 'Storgata 1 9008 Tromsø',
})
