import { eachResult, placeIn } from '../bulk-deviation.ts'
import { variant } from '../deviation.ts'

export default variant({
  id: 'bulk-shows-what-was-made',
  title: 'Bulk results have the resource with them, where all went well',
  because: 'RFC7644-3.7-16',
  around: (request, next) =>
    eachResult(request, next, (result) => {
      const path = placeIn(result)
      if (path === undefined || result.status === '204' || !String(result.status).startsWith('2'))
        return result
      const { body } = next({ method: 'GET', path, headers: request.headers })
      return body === undefined ? result : { ...result, response: body }
    }),
})
