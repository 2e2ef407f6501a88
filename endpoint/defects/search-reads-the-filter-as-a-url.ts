import type { Json } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'search-reads-the-filter-as-a-url',
  title: 'The filter of .search is decoded as a URL is',
  breaks: ['RFC7644-3.4.3-10'],
  around: (request, next) => {
    const body = request.path.endsWith('/.search') ? requestBody(request) : undefined
    return body
      ? next({ ...request, body: JSON.stringify({ ...body, filter: decoded(body.filter) }) })
      : next(request)
  },
})

function decoded(filter: Json | undefined): Json {
  if (typeof filter !== 'string') return filter ?? null
  return filter.replaceAll('+', ' ').replace(/%[\dA-F]{2}/gi, (code) => decodeURIComponent(code))
}
