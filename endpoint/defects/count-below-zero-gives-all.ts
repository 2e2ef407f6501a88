import { defect, parameterOf, withParameter } from '../deviation.ts'

export default defect({
  id: 'count-below-zero-gives-all',
  title: 'A negative count is taken for no count at all',
  breaks: ['RFC7644-3.4.2.4-07'],
  around: (request, next) =>
    next(Number(parameterOf(request, 'count')) < 0 ? withParameter(request, 'count', undefined) : request),
})
