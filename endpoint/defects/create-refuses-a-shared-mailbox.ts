import { member, ScimError } from '#scim'
import { aside } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'create-refuses-a-shared-mailbox',
  title: 'Two users with one mailbox are refused by a 409 that does not say why',
  breaks: ['RFC7644-3.3-10'],
  because: 'Ory Polis (ory/polis#4065)',
  around: (request, next) => {
    const emails = member(request.method === 'POST' ? requestBody(request) : undefined, 'emails')
    const [address] = Array.isArray(emails) ? emails.map((one) => member(one, 'value')) : []
    if (request.path !== '/Users' || typeof address !== 'string') return next(request)
    const others = aside(request, next).find('/Users', `emails.value eq ${JSON.stringify(address)}`)
    if (others.length === 0) return next(request)
    return errorReply(new ScimError(409, undefined, 'There is a user with this address'))
  },
})
