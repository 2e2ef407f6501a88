import { variant } from '../deviation.ts'
import { badRequest, errorReply } from '../errors.ts'

export default variant({
  id: 'version-unknown-answers-400',
  title: 'Another version is refused with 400 invalidVers',
  because: 'AMB-093',
  around: (request, next) =>
    /^\/\.\.\/v\d/.test(request.path)
      ? errorReply(badRequest('invalidVers', 'This version is not served'))
      : next(request),
})
