import { answeringSome } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-skips-deletes',
  title: 'DELETE in bulk answers 204 and deletes nothing',
  breaks: ['RFC7644-3.2-14'],
  around: (request, next) =>
    answeringSome(request, next, ({ method, path }) =>
      method === 'DELETE' ? { method, location: `https://scim.example${path}`, status: '204' } : undefined,
    ),
})
