import { ScimError } from '#scim'
import { reading } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default reading({
  id: 'star-matches-nothing',
  title: 'If-Match with a star is refused',
  readings: ['AMB-090/star-refused'],
  around: (request, next) =>
    request.headers['if-match'] === '*'
      ? errorReply(new ScimError(412, undefined, 'There is no such version'))
      : next(request),
})
