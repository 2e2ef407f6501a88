import { defect, parameterOf, rewritten } from '../deviation.ts'

export default defect({
  id: 'total-stops-at-the-count',
  title: 'totalResults never exceeds the count that was asked for',
  breaks: ['RFC7644-3.4.2-06'],
  because: 'Totals that say no more than that there is a next page',
  around: (request, next) =>
    rewritten(next(request), (body) => {
      const most = Number(parameterOf(request, 'count') ?? Number.POSITIVE_INFINITY)
      const total = Number(body.totalResults)
      return body.totalResults !== undefined && most > 0 && total > most + 1
        ? { ...body, totalResults: most + 1 }
        : body
    }),
})
