import { type Json, member } from '#scim'
import { reading, rewritten } from '../deviation.ts'
import { errorReply, notFound } from '../errors.ts'

export default reading({
  id: 'inactive-users-hidden',
  title: 'Users who are not active cannot be read',
  readings: ['AMB-031/inactive-hidden'],
  around: (request, next) => {
    const reply = next(request)
    const path = request.path.split('?', 1)[0] as string
    if (request.method === 'GET' && isHidden(reply.body ?? null)) return errorReply(notFound(path))
    return rewritten(reply, (body) => {
      if (!Array.isArray(body.Resources)) return body
      const Resources = body.Resources.filter((one) => !isHidden(one))
      const gone = body.Resources.length - Resources.length
      return {
        ...body,
        Resources,
        totalResults: Number(body.totalResults) - gone,
        itemsPerPage: Number(body.itemsPerPage) - gone,
      }
    })
  },
})

function isHidden(resource: Json): boolean {
  return member(resource, 'active') === false
}
