import { ScimError, URN } from '#scim'
import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'fiks-number-is-demanded',
  title: 'Users without an identity number are refused',
  breaks: ['fiks/F-25'],
  because: 'One of two pages of KS says so (X3)',
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Users' ? requestBody(request) : undefined
    if (body && body[URN.fiksPerson] === undefined)
      return errorReply(new ScimError(400, 'invalidValue', 'A user needs an identity number'))
    return next(request)
  },
})
