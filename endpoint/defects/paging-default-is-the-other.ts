import { isObject } from '#scim'
import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'paging-default-is-the-other',
  title: 'The default that is announced is not what is used',
  breaks: ['RFC9865-2.4-02'],
  around: (request, next) =>
    rewritten(next(request), (body) =>
      isObject(body.pagination)
        ? { ...body, pagination: { ...body.pagination, defaultPaginationMethod: 'cursor' } }
        : body,
    ),
})
