import { isObject } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

/** It says when the group was made, not when it got its members. */
const FIRST = 'W/"1"'

export default defect({
  id: 'etag-of-a-group-stays',
  title: 'The ETag of a group does not move when its members do',
  breaks: ['RFC7644-3.14-05'],
  because: 'Incident family D2',
  around: (request, next) => {
    const known = request.headers['if-none-match'] === FIRST
    if (!request.path.startsWith('/Groups')) return next(request)
    if (known && request.method === 'GET') return { status: 304, headers: { etag: FIRST } }
    const reply = next(request)
    if (reply.headers.etag === undefined) return reply
    const tagged = { ...reply, headers: { ...reply.headers, etag: FIRST } }
    return resourcesRewritten(tagged, (one) =>
      isObject(one.meta) ? { ...one, meta: { ...one.meta, version: FIRST } } : one,
    )
  },
})
