import { variant } from '../deviation.ts'

export default variant({
  id: 'two-challenges',
  title: '401 names two ways to authenticate',
  because: 'RFC7644-2-07',
  around: (request, next) => {
    const reply = next(request)
    if (reply.status !== 401) return reply
    return {
      ...reply,
      headers: { ...reply.headers, 'www-authenticate': 'Basic realm="x", Bearer realm="x"' },
    }
  },
})
