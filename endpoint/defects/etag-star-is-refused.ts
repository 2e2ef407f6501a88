import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-star-is-refused',
  title: 'If-Match: * is answered 412',
  breaks: ['RFC7644-3.14-06'],
  because: 'AMB-090',
  around: (request, next) => {
    const isStar = request.headers['if-match'] === '*'
    return next(isStar ? { ...request, headers: { ...request.headers, 'if-match': '"*"' } } : request)
  },
})
