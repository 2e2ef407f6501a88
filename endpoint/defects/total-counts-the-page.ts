import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'total-counts-the-page',
  title: 'totalResults is the number of resources on the page',
  breaks: ['RFC7644-3.4.2-06'],
  because: 'Incident family D6',
  around: (request, next) =>
    rewritten(next(request), (body) =>
      Array.isArray(body.Resources) ? { ...body, totalResults: body.Resources.length } : body,
    ),
})
