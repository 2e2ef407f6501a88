import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'error-page-for-malformed-json',
  title: 'A body that is not JSON is answered with a page of HTML',
  breaks: ['RFC7644-3.12-02'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    if (member(reply.body, 'scimType') !== 'invalidSyntax') return reply
    return { status: 400, headers: { 'content-type': 'text/html' }, text: '<h1>400 Bad Request</h1>' }
  },
})
