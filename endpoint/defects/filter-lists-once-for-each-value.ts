import type { JsonObject } from '#scim'
import { defect, parameterOf, rewritten } from '../deviation.ts'

export default defect({
  id: 'filter-lists-once-for-each-value',
  title: 'A user is listed once for each address that matches',
  breaks: ['RFC7644-3.4.2-06', 'RFC7644-3.4.2.2-36'],
  because: 'wso2/product-is#3563: a join that nobody made distinct',
  around: (request, next) => {
    const reply = next(request)
    if (!parameterOf(request, 'filter')?.startsWith('emails.value sw')) return reply
    return rewritten(reply, (body) => {
      const found = Array.isArray(body.Resources) ? (body.Resources as JsonObject[]) : []
      const Resources = found.flatMap((one) =>
        Array.isArray(one.emails) ? one.emails.map(() => one) : [one],
      )
      return { ...body, Resources, totalResults: Resources.length, itemsPerPage: Resources.length }
    })
  },
})
