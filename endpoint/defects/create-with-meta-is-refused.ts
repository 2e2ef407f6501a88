import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'create-with-meta-is-refused',
  title: 'A create that has meta is refused in two words that are no SCIM error',
  breaks: ['RFC7644-3.3-02', 'RFC7644-3.12-02'],
  because: '1Password SCIM bridge (1Password/scim-examples#82)',
  around: (request, next) =>
    request.method === 'POST' && requestBody(request)?.meta !== undefined
      ? { status: 400, headers: { 'content-type': 'text/plain' }, text: 'Bad Request' }
      : next(request),
})
