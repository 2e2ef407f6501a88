import { requestBody, variant } from '../deviation.ts'

export default variant({
  id: 'empty-operations-accepted',
  title: 'PATCH without operations changes nothing and succeeds',
  readings: ['AMB-067/empty-accepted'],
  around: (request, next) => {
    const operations = request.method === 'PATCH' ? requestBody(request)?.Operations : undefined
    const isEmpty = Array.isArray(operations) && operations.length === 0
    return next(isEmpty ? { ...request, method: 'GET' } : request)
  },
})
