import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'sync-odd-limit-crashes',
  title: 'A limit that is out of range is answered with 500',
  breaks: ['fiks/S-09'],
  aroundSync: (request, next) => {
    const limit = Number(parameterOf(request, 'limit') ?? 1)
    return limit >= 1 && limit <= 1000 ? next(request) : { status: 500, headers: {} }
  },
})
