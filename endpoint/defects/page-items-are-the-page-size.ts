import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'page-items-are-the-page-size',
  title: 'itemsPerPage is always the most a page can hold',
  breaks: ['RFC7644-3.4.2.4-10'],
  around: (request, next) =>
    rewritten(next(request), (body) =>
      Array.isArray(body.Resources) ? { ...body, itemsPerPage: 200 } : body,
    ),
})
