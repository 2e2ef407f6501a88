import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'no-match-gives-404',
  title: 'A query without a match is answered 404',
  breaks: ['RFC7644-3.4.2-11', 'fiks/F-64'],
  around: (request, next) => {
    const reply = next(request)
    const isEmpty = member(reply.body, 'totalResults') === 0
    return isEmpty ? next({ ...request, method: 'GET', path: '/Users/nobody' }) : reply
  },
})
