import { variant } from '../deviation.ts'

export default variant({
  id: 'http-me-redirects',
  title: '/Me leads to the user with a redirect',
  because: 'RFC7644-3.11-04',
  settings: (plain) => ({ ...plain, me: plain.me ?? 'integrasjon' }),
  around: (request, next) => {
    const reply = next(request)
    const { location } = reply.headers
    if (request.path !== '/Me' || location === undefined) return reply
    return { status: 308, headers: { location } }
  },
})
