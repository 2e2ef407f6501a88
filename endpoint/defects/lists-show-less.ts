import type { JsonObject } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'lists-show-less',
  title: 'Users in a list lack their e-mail addresses',
  breaks: ['RFC7643-7-36', 'RFC7644-3.4-02'],
  because: 'Incident family W10',
  around: (request, next) =>
    rewritten(next(request), (body) => {
      if (!Array.isArray(body.Resources)) return body
      return {
        ...body,
        Resources: body.Resources.map((resource) => ({ ...(resource as JsonObject), emails: [] })),
      }
    }),
})
