import { type Json, type JsonObject, member } from '#scim'
import { defect, parameterOf, rewritten, withParameter } from '../deviation.ts'

export default defect({
  id: 'filter-looks-at-one-page',
  title: 'A filter looks at the page that was asked for, not at all',
  breaks: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2-06'],
  because: 'awslabs/ssosync#81',
  around: (request, next) => {
    const filter = parameterOf(request, 'filter')
    if (filter === undefined || !request.path.startsWith('/Users?')) return next(request)
    const found = next(withParameter(request, 'count', undefined))
    const page = next(withParameter(request, 'filter', undefined))
    const onPage = new Set(idsOf(page.body))
    return rewritten(found, (body) => {
      const Resources = resourcesOf(body).filter(({ id }) => onPage.has(id ?? null))
      return { ...body, Resources, totalResults: Resources.length, itemsPerPage: Resources.length }
    })
  },
})

function resourcesOf(body: Json | undefined): JsonObject[] {
  const list = member(body, 'Resources')
  return Array.isArray(list) ? (list as JsonObject[]) : []
}

function idsOf(body: Json | undefined): Json[] {
  return resourcesOf(body).map(({ id }) => id ?? null)
}
