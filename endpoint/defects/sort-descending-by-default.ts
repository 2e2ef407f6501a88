import { defect, parameterOf, withParameter } from '../deviation.ts'

export default defect({
  id: 'sort-descending-by-default',
  title: 'Without sortOrder a list comes in descending order',
  breaks: ['RFC7644-3.4.2.3-09'],
  around: (request, next) => {
    const isOpen = parameterOf(request, 'sortBy') !== undefined && !parameterOf(request, 'sortOrder')
    return next(isOpen ? withParameter(request, 'sortOrder', 'descending') : request)
  },
})
