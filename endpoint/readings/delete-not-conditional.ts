import { reading } from '../deviation.ts'

export default reading({
  id: 'delete-not-conditional',
  title: 'DELETE pays no attention to If-Match',
  readings: ['AMB-091/delete-not-conditional'],
  around: (request, next) => {
    const { 'if-match': _, ...headers } = request.headers
    return next(request.method === 'DELETE' ? { ...request, headers } : request)
  },
})
