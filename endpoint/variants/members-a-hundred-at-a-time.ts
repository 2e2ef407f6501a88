import { requestBody, variant } from '../deviation.ts'
import { badRequest, errorReply } from '../errors.ts'
import { mostMembersIn } from '../members-in.ts'

const MOST = 100

export default variant({
  id: 'members-a-hundred-at-a-time',
  title: 'A PATCH with more than a hundred members is refused, and the detail says how many are taken',
  because: 'AMB-036: 400 for what the service cannot take; AWS IAM Identity Center takes a hundred',
  around: (request, next) =>
    request.method === 'PATCH' && mostMembersIn(requestBody(request)) > MOST
      ? errorReply(badRequest('invalidValue', `A request may name ${MOST} members at the most`))
      : next(request),
})
