import { defect, parameterOf, rewritten } from '../deviation.ts'

export default defect({
  id: 'filter-needs-what-it-shows',
  title: 'A filter sees no attribute that the answer leaves out',
  breaks: ['RFC7644-3.4.2.5-01', 'RFC7644-3.4.2.2-04'],
  around: (request, next) => {
    const left = parameterOf(request, 'excludedAttributes')
    const shown = parameterOf(request, 'attributes')
    const filter = parameterOf(request, 'filter') ?? ''
    const isBlind =
      (left !== undefined && filter.includes(left)) ||
      (shown !== undefined && filter !== '' && !shown.split(',').some((name) => filter.includes(name)))
    if (!isBlind) return next(request)
    return rewritten(next(request), (body) => ({ ...body, totalResults: 0, itemsPerPage: 0, Resources: [] }))
  },
})
