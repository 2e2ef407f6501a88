import { member } from '#scim'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'patch-bracket-in-text-ends-the-filter',
  title: 'A bracket in a text ends the filter of a value path',
  breaks: ['RFC7644-3.5.2-09'],
  around: (request, next) => {
    const body = request.method === 'PATCH' ? requestBody(request) : undefined
    const paths = Array.isArray(body?.Operations)
      ? body.Operations.map((one) => String(member(one, 'path')))
      : []
    const isCut = paths.some((path) => (path.match(/[[\]]/g) ?? []).length > 2)
    return next(
      isCut
        ? { ...request, body: JSON.stringify({ ...body, Operations: [{ op: 'add', path: 'emails[' }] }) }
        : request,
    )
  },
})
