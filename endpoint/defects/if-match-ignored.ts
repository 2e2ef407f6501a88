import { defect } from '../deviation.ts'

export default defect({
  id: 'if-match-ignored',
  title: 'A write with an outdated version succeeds',
  breaks: ['RFC7644-3.14-06'],
  because: 'Incident family D2',
  around: (request, next) => {
    const { 'if-match': _, ...headers } = request.headers
    return next({ ...request, headers })
  },
})
