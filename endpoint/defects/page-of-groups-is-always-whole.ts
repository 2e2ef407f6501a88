import { defect, withParameter } from '../deviation.ts'

export default defect({
  id: 'page-of-groups-is-always-whole',
  title: 'Lists of groups ignore count and startIndex',
  breaks: ['RFC7644-3.4.2.4-05', 'RFC7644-3.4.2.4-13'],
  around: (request, next) =>
    request.path.startsWith('/Groups?')
      ? next(withParameter(withParameter(request, 'count', undefined), 'startIndex', undefined))
      : next(request),
})
