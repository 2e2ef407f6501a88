import { ScimError } from '#scim'
import { reading } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default reading({
  id: 'plain-json-refused',
  title: 'A body of the type application/json is refused with 415',
  readings: ['AMB-033/json-refused'],
  around: (request, next) =>
    request.headers['content-type']?.startsWith('application/json')
      ? errorReply(new ScimError(415, undefined, 'A body has to be application/scim+json'))
      : next(request),
})
