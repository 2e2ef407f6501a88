import { ScimError } from '#scim'
import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'fiks-group-needs-an-external-id',
  title: 'A group that has no externalId is refused',
  breaks: ['fiks/F-50'],
  around: (request, next) => {
    const body = request.method === 'POST' && request.path === '/Groups' ? requestBody(request) : undefined
    if (body && body.externalId === undefined)
      return errorReply(new ScimError(400, 'invalidValue', 'A group needs an externalId'))
    return next(request)
  },
})
