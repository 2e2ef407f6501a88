import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'error-without-keyword-becomes-a-page',
  title: 'An error that has no scimType is answered 500 with a page of HTML',
  breaks: ['RFC7644-3.12-02'],
  because: 'oxAuth (GluuFederation/oxAuth#372)',
  around: (request, next) => {
    const reply = next(request)
    if (reply.status !== 404 || member(reply.body, 'scimType') !== undefined) return reply
    return {
      status: 500,
      headers: { 'content-type': 'text/html' },
      text: '<html><body><h1>HTTP Status 500</h1></body></html>',
    }
  },
})
