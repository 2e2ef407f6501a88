import { defect } from '../deviation.ts'

export default defect({
  id: 'etag-strong-beside-a-weak-version',
  title: 'The ETag header is strong, meta.version weak',
  breaks: ['RFC7643-3.1-25'],
  around: (request, next) => {
    const reply = next(request)
    const { etag } = reply.headers
    return etag === undefined ? reply : { ...reply, headers: { ...reply.headers, etag: etag.slice(2) } }
  },
})
