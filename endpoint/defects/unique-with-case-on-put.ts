import { ScimError } from '#scim'
import { aside, isOne, pathOf } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'unique-with-case-on-put',
  title: 'A PUT may take a userName that differs from another’s in letter case only',
  breaks: ['RFC7643-4.1.1-04'],
  kernel: () => ({ uniqueKey: () => undefined }),
  around: (request, next) => {
    const name = ['POST', 'PUT', 'PATCH'].includes(request.method) && requestBody(request)?.userName
    if (!name || (request.path !== '/Users' && !isOne(request, '/Users'))) return next(request)
    const found = aside(request, next).find('/Users', `userName eq ${JSON.stringify(name)}`)
    const others = found.filter((one) => pathOf('/Users', one) !== request.path)
    const taken = request.method === 'POST' ? others : others.filter(({ userName }) => userName === name)
    if (taken.length === 0) return next(request)
    return { status: 409, headers: {}, body: new ScimError(409, 'uniqueness', 'taken').toBody() }
  },
})
