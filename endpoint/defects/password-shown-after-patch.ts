import { member } from '#scim'
import { defect, requestBody, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'password-shown-after-patch',
  title: 'The answer to a PATCH of the password shows it',
  breaks: ['RFC7643-7-34', 'RFC7643-4.1.1-20'],
  around: (request, next) => {
    const reply = next(request)
    const operations = request.method === 'PATCH' ? requestBody(request)?.Operations : undefined
    const set = (Array.isArray(operations) ? operations : []).find(
      (operation) => member(operation, 'path') === 'password',
    )
    if (set === undefined) return reply
    return resourcesRewritten(reply, (user) => ({ ...user, password: member(set, 'value') ?? null }))
  },
})
