import { aside, pathOf } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'create-stores-nothing',
  title: 'A create is answered 201 with an id, and nothing is stored',
  breaks: ['RFC7644-3.4-02'],
  because: 'WSO2 Identity Server (wso2/product-is#7580)',
  around: (request, next) => {
    const reply = next(request)
    if (request.method === 'POST' && request.path === '/Users' && reply.status === 201)
      aside(request, next).write('DELETE', pathOf('/Users', reply.body))
    return reply
  },
})
