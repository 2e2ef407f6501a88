import { defect } from '../deviation.ts'

export default defect({
  id: 'okta-digits-crash',
  title: 'An id of digits that is too long for a number ends in a server error',
  breaks: ['okta/spec-12'],
  because: 'Okta-SCIM-20-SPEC-Test.json, request 12: ids kept as 32-bit numbers',
  around: (request, next) =>
    /^\/Users\/\d{11,}$/.test(request.path)
      ? { status: 500, headers: { 'content-type': 'text/plain' } }
      : next(request),
})
