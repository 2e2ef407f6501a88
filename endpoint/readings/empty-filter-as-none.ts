import { parameterOf, reading, withParameter } from '../deviation.ts'

export default reading({
  id: 'empty-filter-as-none',
  title: 'A filter that is empty counts as none',
  readings: ['AMB-071/empty-as-absent'],
  around: (request, next) =>
    next(
      parameterOf(request, 'filter')?.trim() === '' ? withParameter(request, 'filter', undefined) : request,
    ),
})
