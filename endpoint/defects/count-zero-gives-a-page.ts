import { defect, parameterOf, withParameter } from '../deviation.ts'

export default defect({
  id: 'count-zero-gives-a-page',
  title: 'count=0 is taken for no count at all',
  breaks: ['RFC7644-3.4.2.4-08'],
  around: (request, next) =>
    next(parameterOf(request, 'count') === '0' ? withParameter(request, 'count', undefined) : request),
})
