import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'list-without-a-match-is-null',
  title: 'Where nothing is found Resources is null',
  breaks: ['RFC7644-3.4.2-07', 'RFC7644-3.4.2-11'],
  because: 'A Go library (elimity-com/scim#78)',
  around: (request, next) =>
    rewritten(next(request), (body) => (body.totalResults === 0 ? { ...body, Resources: null } : body)),
})
