import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'error-keyword-is-the-word-null',
  title: 'An error without a scimType has the word null for one',
  breaks: ['RFC7644-3.12-05'],
  because: 'WSO2 Identity Server (wso2/product-is#7697)',
  around: (request, next) => {
    const reply = next(request)
    return reply.status >= 400 ? rewritten(reply, (body) => ({ scimType: 'null', ...body })) : reply
  },
})
