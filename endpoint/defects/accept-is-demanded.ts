import { ScimError } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'accept-is-demanded',
  title: 'A request that does not accept application/scim+json by name is answered 406',
  breaks: ['RFC7644-3.8-08'],
  because: 'The framework of an Entra tutorial (MicrosoftDocs/azure-docs#94189)',
  around: (request, next) =>
    request.headers.accept?.includes('scim')
      ? next(request)
      : errorReply(new ScimError(406, undefined, 'Not acceptable')),
})
