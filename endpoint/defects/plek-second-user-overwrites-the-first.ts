import { aside, pathOf } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'plek-second-user-overwrites-the-first',
  title: 'A new user with the key of another is written over that other one',
  breaks: ['plek/PL-03'],
  because: 'A create that is an upsert by the mapping key',
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    if (typeof body?.externalId !== 'string') return next(request)
    const { find, write } = aside(request, next)
    const [first] = find('/Users', `externalId eq ${JSON.stringify(body.externalId)}`)
    return first ? { ...write('PUT', pathOf('/Users', first), body), status: 201 } : next(request)
  },
})
