import { isObject, type JsonObject } from '#scim'
import { aside, isOne, memory } from '../aside.ts'
import { defect, requestBody, rewritten } from '../deviation.ts'

const index = memory(() => [] as JsonObject[])

export default defect({
  id: 'delete-not-seen-by-search',
  title: 'POST .search looks in an index that a DELETE does not reach',
  breaks: ['RFC7644-3.6-03'],
  around: (request, next) => {
    const { method, path } = request
    const before =
      method === 'DELETE' && isOne(request, '/Users') ? aside(request, next).read(path).body : undefined
    const reply = next(request)
    if (reply.status === 204 && isObject(before)) index(next).push(before)
    if (path !== '/Users/.search' || reply.status !== 200) return reply
    const filter = String(requestBody(request)?.filter)
    const stale = index(next).filter(({ userName }) => filter.includes(String(userName)))
    if (stale.length === 0) return reply
    return rewritten(reply, (body) => ({ ...body, totalResults: stale.length, Resources: stale }))
  },
})
