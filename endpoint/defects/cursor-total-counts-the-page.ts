import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'cursor-total-counts-the-page',
  title: 'With a cursor, totalResults is what the page holds',
  breaks: ['RFC9865-2-18'],
  around: (request, next) =>
    rewritten(next(request), (body) =>
      Array.isArray(body.Resources) && body.startIndex === undefined
        ? { ...body, totalResults: body.Resources.length }
        : body,
    ),
})
