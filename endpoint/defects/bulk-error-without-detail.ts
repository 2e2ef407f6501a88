import { isObject } from '#scim'
import { eachResult } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-error-without-detail',
  title: 'Errors in bulk results do not say what was wrong',
  breaks: ['RFC7644-3.7.3-04'],
  around: (request, next) =>
    eachResult(request, next, (result) => {
      if (!isObject(result.response)) return result
      const { detail: _, ...response } = result.response
      return { ...result, response }
    }),
})
