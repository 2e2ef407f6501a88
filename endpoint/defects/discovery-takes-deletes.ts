import { defect } from '../deviation.ts'

export default defect({
  id: 'discovery-takes-deletes',
  title: 'A DELETE of a schema is answered 204',
  breaks: ['RFC7644-3.12-18'],
  around: (request, next) =>
    request.method === 'DELETE' && request.path.startsWith('/Schemas/')
      ? { status: 204, headers: {} }
      : next(request),
})
