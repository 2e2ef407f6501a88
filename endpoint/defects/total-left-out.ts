import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'total-left-out',
  title: 'Lists by index have no totalResults',
  breaks: ['RFC7644-3.4.2-05'],
  around: (request, next) =>
    rewritten(next(request), (body) => {
      if (body.startIndex === undefined) return body
      const { totalResults: _, ...rest } = body
      return rest
    }),
})
