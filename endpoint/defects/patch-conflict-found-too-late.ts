import { member } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'patch-conflict-found-too-late',
  title: 'A userName that is taken is refused after the rest has been stored',
  breaks: ['RFC7644-3.5.2-21', 'RFC7644-3.5.2-20'],
  because: 'INC-060',
  around: (request, next) => {
    const reply = next(request)
    const body = requestBody(request)
    if (request.method !== 'PATCH' || reply.status !== 409 || !Array.isArray(body?.Operations)) return reply
    const Operations = body.Operations.filter((one) => member(one, 'path') !== 'userName')
    next({ ...request, body: JSON.stringify({ ...body, Operations }) })
    return reply
  },
})
