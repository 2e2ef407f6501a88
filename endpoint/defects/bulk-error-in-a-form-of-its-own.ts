import { member } from '#scim'
import { eachResult } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-error-in-a-form-of-its-own',
  title: 'Errors in bulk results are code and description, as in SCIM 1.1',
  breaks: ['RFC7644-3.7-17'],
  around: (request, next) =>
    eachResult(request, next, ({ response, ...result }) => {
      if (response === undefined) return result
      const error = { code: result.status ?? null, description: member(response, 'detail') ?? null }
      return { ...result, response: { Errors: [error] } }
    }),
})
