import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-without-quotes',
  title: 'The ETag header has no quotation marks',
  breaks: ['RFC7644-3.14-02'],
  around: (request, next) => {
    const reply = next(request)
    const { etag } = reply.headers
    if (etag === undefined) return reply
    return { ...reply, headers: { ...reply.headers, etag: etag.replace(/^W\/|"/g, '') } }
  },
})
