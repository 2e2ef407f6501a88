import { defect, parameterOf, rewritten } from '../deviation.ts'

export default defect({
  id: 'cursor-back-from-the-first-page',
  title: 'The first page has a previousCursor',
  breaks: ['RFC9865-2-14'],
  around: (request, next) =>
    rewritten(next(request), (body) =>
      parameterOf(request, 'cursor') === '' ? { ...body, previousCursor: 'before-the-beginning' } : body,
    ),
})
