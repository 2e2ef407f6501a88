import { URN } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'error-schemas-as-text',
  title: 'schemas is a string in an error',
  breaks: ['RFC7644-3.12-03', 'fiks/F-80'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    return reply.status >= 400 ? rewritten(reply, (body) => ({ ...body, schemas: URN.error })) : reply
  },
})
