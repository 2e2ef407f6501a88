import { aside, pathOf } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'create-takes-over-the-first',
  title: 'A create with a taken userName overwrites the one who has it and answers 201',
  breaks: ['RFC7644-3.3-10', 'RFC7643-4.1.1-02'],
  because: 'itsaplan: POST is an upsert (croffasia/itsaplan#250)',
  around: (request, next) => {
    const reply = next(request)
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    if (!body || reply.status !== 409) return reply
    const { find, write } = aside(request, next)
    const [owner] = find('/Users', `userName eq ${JSON.stringify(body.userName ?? '')}`)
    return owner ? { ...write('PUT', pathOf('/Users', owner), body), status: 201 } : reply
  },
})
