import { isObject } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'etag-stays-after-a-change',
  title: 'The ETag of a user is that of its path, whatever changes',
  breaks: ['RFC7644-3.14-05'],
  because: 'Incident family D2',
  around: (request, next) => {
    const reply = next(request)
    if (reply.headers.etag === undefined) return reply
    const etag = `W/"${request.path.length}"`
    const tagged = { ...reply, headers: { ...reply.headers, etag } }
    return resourcesRewritten(tagged, (one) =>
      isObject(one.meta) ? { ...one, meta: { ...one.meta, version: etag } } : one,
    )
  },
})
