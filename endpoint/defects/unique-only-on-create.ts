import { ScimError } from '#scim'
import { aside } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'unique-only-on-create',
  title: 'A userName is looked up before a create and never again: a PUT may take another’s',
  breaks: ['RFC7643-4.1.1-02'],
  because: 'Incident family W2',
  kernel: () => ({ uniqueKey: () => undefined }),
  around: (request, next) => {
    const name = request.method === 'POST' && request.path === '/Users' && requestBody(request)?.userName
    const taken =
      name && aside(request, next).find('/Users', `userName eq ${JSON.stringify(name)}`).length > 0
    if (!taken) return next(request)
    return { status: 409, headers: {}, body: new ScimError(409, 'uniqueness', 'taken').toBody() }
  },
})
