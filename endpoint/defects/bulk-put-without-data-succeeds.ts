import { answeringSome } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-put-without-data-succeeds',
  title: 'PUT and PATCH in bulk do nothing without data, and succeed',
  breaks: ['RFC7644-3.7-13'],
  around: (request, next) =>
    answeringSome(request, next, ({ method, path, data }) =>
      data === undefined && (method === 'PUT' || method === 'PATCH')
        ? { method, location: `https://scim.example${path}`, status: '200' }
        : undefined,
    ),
})
