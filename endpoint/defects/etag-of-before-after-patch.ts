import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-of-before-after-patch',
  title: 'The answer to a PATCH has the ETag of before',
  breaks: ['RFC7644-3.14-02'],
  because: 'Incident family D2',
  around: (request, next) => {
    const before = request.method === 'PATCH' ? next({ ...request, method: 'GET', body: '' }) : undefined
    const reply = next(request)
    const etag = before?.headers.etag
    return etag === undefined ? reply : { ...reply, headers: { ...reply.headers, etag } }
  },
})
