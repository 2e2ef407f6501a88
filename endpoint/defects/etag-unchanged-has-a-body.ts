import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-unchanged-has-a-body',
  title: '304 comes with the user',
  breaks: ['RFC7644-3.14-05'],
  around: (request, next) => {
    const reply = next(request)
    if (reply.status !== 304) return reply
    const { 'if-none-match': _, ...headers } = request.headers
    return { ...reply, text: JSON.stringify(next({ ...request, headers }).body) }
  },
})
