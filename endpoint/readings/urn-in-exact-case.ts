import { reading } from '../deviation.ts'
import { badRequest, errorReply } from '../errors.ts'

export default reading({
  id: 'urn-in-exact-case',
  title: 'A filter that spells a schema URN in other letter case is refused',
  readings: ['AMB-012/case'],
  around: (request, next) =>
    /filter=[^&]*URN(?:%3A|:)/.test(request.path)
      ? errorReply(badRequest('invalidFilter', 'There is no such schema'))
      : next(request),
})
