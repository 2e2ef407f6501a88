import { answeringSome } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-ignores-what-has-no-path',
  title: 'An operation without path is passed over with 204',
  breaks: ['RFC7644-3.7-11'],
  around: (request, next) =>
    answeringSome(request, next, ({ method, path }) =>
      path === undefined ? { method: method ?? null, status: '204' } : undefined,
    ),
})
