import type { JsonObject } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'search-takes-the-first-name-only',
  title: '.search looks at the first name in attributes only',
  breaks: ['RFC7644-3.4.3-06'],
  around: (request, next) => {
    const body = request.path.endsWith('/.search') ? requestBody(request) : undefined
    return body ? next({ ...request, body: JSON.stringify({ ...body, ...firstOf(body) }) }) : next(request)
  },
})

function firstOf({ attributes }: JsonObject): JsonObject {
  return Array.isArray(attributes) ? { attributes: attributes.slice(0, 1) } : {}
}
