import { defect, requestBody, rewritten } from '../deviation.ts'

export default defect({
  id: 'create-echoes-the-request',
  title: 'The answer to a create is the body of the request, whatever was stored of it',
  breaks: ['RFC7643-4.1.1-20', 'RFC7643-7-34', 'RFC7644-3.1-08'],
  because: 'WSO2: the answer came from the local object (wso2/product-is#7580)',
  around: (request, next) => {
    const sent = request.method === 'POST' ? requestBody(request) : undefined
    const reply = next(request)
    if (reply.status !== 201 || !sent) return reply
    return rewritten(reply, ({ id = null, meta = null }) => ({ ...sent, id, meta }))
  },
})
