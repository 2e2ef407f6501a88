import { defect, parameterOf, withParameter } from '../deviation.ts'

export default defect({
  id: 'cursor-answers-a-start-index',
  title: 'With both methods announced, startIndex is answered by cursor',
  breaks: ['RFC9865-2.4-01'],
  around: (request, next) => {
    const byIndex = parameterOf(request, 'startIndex') !== undefined
    const asked = byIndex && parameterOf(request, 'cursor') === undefined
    return next(
      asked ? withParameter(withParameter(request, 'startIndex', undefined), 'cursor', '') : request,
    )
  },
})
