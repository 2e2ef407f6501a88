import { defect, parameterOf, withParameter } from '../deviation.ts'

export default defect({
  id: 'cursor-takes-negative-count-for-all',
  title: 'With a cursor, a negative count is no limit',
  breaks: ['RFC9865-2-04'],
  around: (request, next) =>
    next(
      parameterOf(request, 'cursor') !== undefined && Number(parameterOf(request, 'count')) < 0
        ? withParameter(request, 'count', undefined)
        : request,
    ),
})
