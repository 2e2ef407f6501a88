import type { JsonObject } from '#scim'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'schema-of-a-later-rfc',
  title: 'A schema in the namespace of the RFCs that those of today do not know',
  readings: ['AMB-112/newer-schema'],
  around: (request, next) => {
    const reply = next(request)
    if (!/^\/Schemas(?:\?|$)/.test(request.path)) return reply
    return rewritten(reply, (body) => {
      const [first, ...rest] = body.Resources as JsonObject[]
      const meta = {
        ...(first?.meta as JsonObject),
        location: '/Schemas/urn:ietf:params:scim:schemas:core:2.0:Printer',
      }
      const added = { ...first, id: 'urn:ietf:params:scim:schemas:core:2.0:Printer', name: 'Printer', meta }
      const Resources = [first as JsonObject, ...rest, added]
      return { ...body, Resources, totalResults: Resources.length, itemsPerPage: Resources.length }
    })
  },
})
