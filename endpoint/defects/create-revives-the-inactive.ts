import { aside, pathOf } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'create-revives-the-inactive',
  title: 'A create with the userName of an inactive user overwrites that one, with success',
  breaks: ['RFC7644-3.3-10', 'RFC7643-4.1.1-02'],
  because: 'Incident family P1',
  around: (request, next) => {
    const reply = next(request)
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    if (!body || reply.status !== 409) return reply
    const { find, write } = aside(request, next)
    const [owner] = find('/Users', `userName eq ${JSON.stringify(body.userName ?? '')}`)
    return owner?.active === false ? { ...write('PUT', pathOf('/Users', owner), body), status: 201 } : reply
  },
})
