import { aside } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'kunnskap-second-learner-is-the-first',
  title: 'A new user with the externalId of another is answered with that other one',
  breaks: ['kunnskap/K-04-second'],
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    if (typeof body?.externalId !== 'string') return next(request)
    const { find } = aside(request, next)
    const [first] = find('/Users', `externalId eq ${JSON.stringify(body.externalId)}`)
    const headers = { 'content-type': 'application/scim+json' }
    return first ? { status: 201, headers, body: first } : next(request)
  },
})
