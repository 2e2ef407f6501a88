import { member, URN } from '#scim'
import { reading, rewritten } from '../deviation.ts'
import { errorReply, notFound } from '../errors.ts'

const META: ReadonlySet<unknown> = new Set([URN.serviceProviderConfig, URN.resourceType, URN.schema])

export default reading({
  id: 'meta-schemas-not-listed',
  title: '/Schemas does not describe discovery itself',
  readings: ['AMB-006/meta-schemas-absent'],
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    if (META.has(member(reply.body, 'id'))) return errorReply(notFound(request.path))
    return rewritten(reply, (body) => {
      if (!Array.isArray(body.Resources)) return body
      const Resources = body.Resources.filter((schema) => !META.has(member(schema, 'id')))
      return { ...body, totalResults: Resources.length, itemsPerPage: Resources.length, Resources }
    })
  },
})
