import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'total-counts-what-is-left',
  title: 'totalResults shrinks from page to page, so that a walk ends too soon',
  breaks: ['RFC7644-3.4.2.4-11', 'RFC7644-3.4.2-06'],
  because: 'Incident family D6',
  around: (request, next) =>
    rewritten(next(request), (body) => {
      const { totalResults: total, startIndex } = body
      if (typeof total !== 'number' || typeof startIndex !== 'number') return body
      return { ...body, totalResults: Math.max(0, total - startIndex + 1) }
    }),
})
