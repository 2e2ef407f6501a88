import { URN } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'schema-list-has-messages',
  title: '/Schemas lists the schema of PATCH requests',
  breaks: ['RFC7644-3.1-05'],
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/Schemas') || reply.status !== 200) return reply
    return rewritten(reply, (body) => ({
      ...body,
      ...(Array.isArray(body.Resources)
        ? {
            totalResults: body.Resources.length + 1,
            Resources: [...body.Resources, { id: URN.patchOp, name: 'PatchOp', attributes: [] }],
          }
        : {}),
    }))
  },
})
