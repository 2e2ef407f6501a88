import { isObject } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'paging-announced-in-words',
  title: 'pagination has texts in the place of true and false',
  breaks: ['RFC9865-4-03', 'RFC9865-4-04'],
  around: (request, next) =>
    rewritten(next(request), (body) =>
      isObject(body.pagination)
        ? { ...body, pagination: { ...body.pagination, cursor: 'true', index: 'true' } }
        : body,
    ),
})
