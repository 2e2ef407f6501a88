import { defect, requestBody, rewritten } from '../deviation.ts'

export default defect({
  id: 'create-shows-the-clients-id',
  title: 'The answer to a create shows the id that the client sent',
  breaks: ['RFC7643-3.1-08', 'fiks/F-21'],
  around: (request, next) => {
    const id = request.method === 'POST' ? requestBody(request)?.id : undefined
    const reply = next(request)
    return reply.status === 201 && id !== undefined ? rewritten(reply, (body) => ({ ...body, id })) : reply
  },
})
