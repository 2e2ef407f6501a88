import { defect, parameterOf, rewritten, withParameter } from '../deviation.ts'

export default defect({
  id: 'page-cut-before-filter',
  title: 'A filter looks at one page of all resources only',
  breaks: ['RFC7644-3.4.2.4-13', 'RFC7644-3.4.2.2-04', 'RFC7644-3.4.2-06'],
  because: 'Incident family D6',
  around: (request, next) => {
    const reply = next(request)
    if (parameterOf(request, 'filter') === undefined || parameterOf(request, 'count') === undefined)
      return reply
    const page = JSON.stringify(next(withParameter(request, 'filter', undefined)).body ?? null)
    return rewritten(
      next(withParameter(withParameter(request, 'count', undefined), 'startIndex', undefined)),
      (body) => {
        if (!Array.isArray(body.Resources)) return body
        const Resources = body.Resources.filter((one) => page.includes(JSON.stringify(one)))
        return { ...body, totalResults: Resources.length, itemsPerPage: Resources.length, Resources }
      },
    )
  },
})
