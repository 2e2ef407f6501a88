import { isObject } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'cursor-pages-are-longer-than-said',
  title: 'defaultPageSize is announced and not kept to',
  breaks: ['RFC9865-2-08'],
  around: (request, next) =>
    rewritten(next(request), (body) =>
      isObject(body.pagination) ? { ...body, pagination: { ...body.pagination, defaultPageSize: 3 } } : body,
    ),
})
