import { defect } from '../deviation.ts'

export default defect({
  id: 'schema-unknown-gives-the-list',
  title: 'A schema that there is not is answered with all there are',
  breaks: ['RFC7644-4-05'],
  around: (request, next) => {
    const reply = next(request)
    return request.path.startsWith('/Schemas/') && reply.status === 404
      ? next({ ...request, path: '/Schemas' })
      : reply
  },
})
