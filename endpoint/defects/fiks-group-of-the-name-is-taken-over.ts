import { aside } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'fiks-group-of-the-name-is-taken-over',
  title: 'A new group with the name of another is answered with that other one',
  breaks: ['fiks/F-51-second'],
  because: 'Groups linked by name: two of a name become one',
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Groups' ? requestBody(request) : undefined
    if (typeof body?.displayName !== 'string') return next(request)
    const { find } = aside(request, next)
    const [first] = find('/Groups', `displayName eq ${JSON.stringify(body.displayName)}`)
    const headers = { 'content-type': 'application/scim+json' }
    return first ? { status: 201, headers, body: first } : next(request)
  },
})
