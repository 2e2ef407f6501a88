import type { JsonObject } from '#scim'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'descriptions-left-out',
  title: 'Schemas and resource types have no description',
  readings: ['AMB-002/absent'],
  around: (request, next) => {
    const reply = next(request)
    if (!/^\/(?:Schemas|ResourceTypes)\b/.test(request.path)) return reply
    return rewritten(reply, (body) =>
      Array.isArray(body.Resources)
        ? { ...body, Resources: body.Resources.map((one) => undescribed(one as JsonObject)) }
        : undescribed(body),
    )
  },
})

function undescribed({ description: _, ...rest }: JsonObject): JsonObject {
  return rest
}
