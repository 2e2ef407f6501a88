import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'auth-refused-delete-is-done',
  title: 'A DELETE without a token is refused and done',
  breaks: ['RFC7644-2-08'],
  because: 'Incident family W9',
  settings: (plain) => ({ ...plain, open: ({ method }) => method === 'DELETE' }),
  around: (request, next) => {
    const reply = next(request)
    const isOpen = request.method === 'DELETE' && request.headers.authorization === undefined
    return isOpen ? errorReply(new ScimError(401, undefined, 'A token is needed')) : reply
  },
})
