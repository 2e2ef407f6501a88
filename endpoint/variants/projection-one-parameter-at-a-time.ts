import { parameterOf, variant } from '../deviation.ts'
import { badRequest, errorReply } from '../errors.ts'

export default variant({
  id: 'projection-one-parameter-at-a-time',
  title: 'attributes together with excludedAttributes is refused',
  because: 'AMB-087',
  around: (request, next) => {
    const both = ['attributes', 'excludedAttributes'].every((name) => parameterOf(request, name))
    return both ? errorReply(badRequest('invalidValue', 'Give one of the two')) : next(request)
  },
})
