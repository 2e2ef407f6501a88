import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'error-conflict-without-its-keyword',
  title: 'A userName that is taken is answered with invalidValue',
  breaks: ['RFC7644-3.3-10'],
  around: (request, next) => {
    const reply = next(request)
    return reply.status === 409 ? rewritten(reply, (body) => ({ ...body, scimType: 'invalidValue' })) : reply
  },
})
