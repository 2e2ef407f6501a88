import { URN } from '#scim'
import { variant } from '../deviation.ts'
import { badRequest } from '../errors.ts'
import type { EndpointRequest, Handler, Reply } from '../exchange.ts'

// What the service begins with is not asked.
let isAsked = false

export default variant({
  id: 'user-names-are-addresses',
  title: 'userName has to be an e-mail address',
  because: 'RFC7643-4.1.1-01',
  kernel: (plain) => ({
    keep: (resource, model, before, given) => {
      const kept = plain.keep(resource, model, before, given)
      if (isAsked && model.core.id === URN.user && !/^[^@]+@[^@]+\.[a-z]+$/i.test(String(kept.userName)))
        throw badRequest('invalidValue', 'userName has to be an e-mail address')
      return kept
    },
  }),
  around: (request, next) => asked(request, next),
})

function asked(request: EndpointRequest, next: Handler): Reply {
  isAsked = true
  const reply = next(request)
  isAsked = false
  return reply
}
