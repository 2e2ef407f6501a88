import { ScimError } from '#scim'
import { variant } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default variant({
  id: 'search-not-at-the-root',
  title: 'There are no queries at the root',
  because: 'AMB-086',
  around: (request, next) =>
    /^\/(\.search)?(\?|$)/.test(request.path)
      ? errorReply(new ScimError(501, undefined, 'There are no queries at the root'))
      : next(request),
})
