import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'discovery-takes-new-types',
  title: 'A POST to /ResourceTypes is answered 201',
  breaks: ['RFC7643-6-01'],
  around: (request, next) =>
    request.method === 'POST' && request.path === '/ResourceTypes'
      ? { status: 201, headers: {}, body: requestBody(request) ?? {} }
      : next(request),
})
