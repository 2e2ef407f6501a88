import { isObject } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'cursor-announced-and-missing',
  title: 'Paging by cursor is announced and not there',
  breaks: ['RFC9865-4-03', 'RFC9865-1-01'],
  settings: (plain) => ({ ...plain, paging: { ...plain.paging, cursor: false } }),
  around: (request, next) =>
    rewritten(next(request), (body) =>
      isObject(body.pagination) ? { ...body, pagination: { ...body.pagination, cursor: true } } : body,
    ),
})
