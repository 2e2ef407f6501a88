import { aside, isOne } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-adds-to-lists',
  title: 'A PUT adds its e-mail addresses to those that are there',
  breaks: ['RFC7644-3.5.1-04'],
  around: (request, next) => {
    const body = request.method === 'PUT' && isOne(request, '/Users') ? requestBody(request) : undefined
    const old = body && (aside(request, next).read(request.path).body as typeof body | undefined)?.emails
    if (!Array.isArray(old) || !Array.isArray(body?.emails)) return next(request)
    const added = body.emails.map((email) => ({ ...(email as object), primary: false }))
    return next({ ...request, body: JSON.stringify({ ...body, emails: [...old, ...added] }) })
  },
})
