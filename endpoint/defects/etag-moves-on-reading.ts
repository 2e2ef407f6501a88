import { isObject } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'etag-moves-on-reading',
  title: 'Each GET gives another ETag',
  breaks: ['RFC7644-3.14-05'],
  around: (request, next) => {
    const reply = next(request)
    if (reply.headers.etag === undefined) return reply
    const etag = `W/"${Math.random().toString(36).slice(2)}"`
    const tagged = { ...reply, headers: { ...reply.headers, etag } }
    return resourcesRewritten(tagged, (one) =>
      isObject(one.meta) ? { ...one, meta: { ...one.meta, version: etag } } : one,
    )
  },
})
