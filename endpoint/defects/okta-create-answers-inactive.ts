import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'okta-create-answers-inactive',
  title: 'The answer to a create shows an active user as inactive',
  breaks: ['okta/spec-06'],
  because: 'OKT-026: kortix-ai/suna#4244',
  around: (request, next) => {
    const reply = next(request)
    const created = request.method === 'POST' && request.path === '/Users' && reply.status === 201
    return created ? rewritten(reply, (body) => ({ ...body, active: false })) : reply
  },
})
