import { memory } from '../aside.ts'
import { variant } from '../deviation.ts'
import { puttingOff } from '../putting-off.ts'

const seen = memory(() => puttingOff(9))

export default variant({
  id: 'http-throttled-now-and-then',
  title: 'Every ninth request is answered 429 with Retry-After, and taken when it comes again',
  because: 'RFC7644-7.6-03, RFC 6585 section 4',
  around: (request, next) => seen(next)(request, next),
})
