import { ScimError } from '#scim'
import { variant } from '../deviation.ts'
import { errorReply } from '../errors.ts'

/** Characters. */
const MOST = 65_536

export default variant({
  id: 'large-bodies-refused',
  title: 'A body of more than 64 kB is refused with 413',
  because: 'RFC7644-3.12-16; bulk requests have a limit of their own',
  around: (request, next) => {
    const isLarge = (request.body?.length ?? 0) > MOST && !/^\/bulk$/i.test(request.path)
    return isLarge
      ? errorReply(new ScimError(413, undefined, `A body may have ${MOST} characters`))
      : next(request)
  },
})
