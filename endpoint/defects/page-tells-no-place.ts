import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'page-tells-no-place',
  title: 'Partial pages tell neither startIndex nor itemsPerPage',
  breaks: ['RFC7644-3.4.2-09', 'RFC7644-3.4.2-10'],
  around: (request, next) => rewritten(next(request), ({ startIndex: _, itemsPerPage: __, ...body }) => body),
})
