import { memory } from '../aside.ts'
import { variant } from '../deviation.ts'

const EVERY = 9

const seen = memory(() => ({ count: 0 }))

export default variant({
  id: 'http-throttled-now-and-then',
  title: 'Every ninth request is answered 429 with Retry-After, whatever it asks for',
  because: 'RFC7644-7.6-03, RFC 6585 section 4',
  around: (request, next) => {
    const known = seen(next)
    known.count += 1
    const isThrottled = known.count % EVERY === 0
    return isThrottled ? { status: 429, headers: { 'retry-after': '0' } } : next(request)
  },
})
