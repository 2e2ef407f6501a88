import { memory } from '../aside.ts'
import { variant } from '../deviation.ts'

const EVERY = 9

/** What was put off is taken when it comes again, however many others come in between. */
const seen = memory(() => ({ count: 0, putOff: new Set<string>() }))

export default variant({
  id: 'http-throttled-now-and-then',
  title: 'Every ninth request is answered 429 with Retry-After, and taken when it comes again',
  because: 'RFC7644-7.6-03, RFC 6585 section 4',
  around: (request, next) => {
    const known = seen(next)
    const key = `${request.method} ${request.path} ${request.body ?? ''}`
    if (known.putOff.delete(key)) return next(request)
    known.count += 1
    if (known.count % EVERY !== 0) return next(request)
    known.putOff.add(key)
    return { status: 429, headers: { 'retry-after': '0' } }
  },
})
