import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-weak-never-matches',
  title: 'A weak ETag in If-Match is never the current one',
  breaks: ['RFC7644-3.14-06'],
  because: 'AMB-090',
  around: (request, next) => {
    const isWeak = request.headers['if-match']?.startsWith('W/')
    return next(isWeak ? { ...request, headers: { ...request.headers, 'if-match': '"none"' } } : request)
  },
})
