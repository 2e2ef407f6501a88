import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'okta-list-needs-a-filter',
  title: 'A list without a filter is refused',
  breaks: ['okta/spec-01', 'entra/logic-probes', 'RFC7644-3.4.2-04'],
  because: 'GitLab issue 13094: the credential test of Okta asks without a filter',
  around: (request, next) => {
    const isList = request.method === 'GET' && /^\/(?:Users|Groups)(?:\?|$)/.test(request.path)
    if (!isList || parameterOf(request, 'filter') !== undefined) return next(request)
    return next({ ...request, path: `${request.path.split('?')[0]}?filter=` })
  },
})
