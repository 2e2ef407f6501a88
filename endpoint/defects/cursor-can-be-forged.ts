import { defect, parameterOf, rewritten, withParameter } from '../deviation.ts'

export default defect({
  id: 'cursor-can-be-forged',
  title: 'A cursor is the place where its page begins, in plain digits',
  breaks: ['RFC9865-5.2-04'],
  around: (request, next) => {
    const cursor = parameterOf(request, 'cursor')
    if (cursor === undefined) return next(request)
    const from = /^\d+$/.test(cursor) ? Number(cursor) : 0
    const asked = withParameter(withParameter(request, 'cursor', undefined), 'startIndex', String(from + 1))
    return rewritten(next(asked), ({ startIndex: _, ...body }) => {
      const end = from + (Array.isArray(body.Resources) ? body.Resources.length : 0)
      return end < Number(body.totalResults) ? { ...body, nextCursor: String(end).padStart(8, '0') } : body
    })
  },
})
