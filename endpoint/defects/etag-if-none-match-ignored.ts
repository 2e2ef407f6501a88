import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-if-none-match-ignored',
  title: 'A GET with the current ETag brings all again',
  breaks: ['RFC7644-3.14-05'],
  around: (request, next) => {
    const { 'if-none-match': _, ...headers } = request.headers
    return next({ ...request, headers })
  },
})
