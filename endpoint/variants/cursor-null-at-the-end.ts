import { rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'cursor-null-at-the-end',
  title: 'The last page has a nextCursor of null',
  because: 'AMB-107',
  readings: ['AMB-107/null-at-the-end'],
  around: (request, next) =>
    rewritten(next(request), (body) =>
      Array.isArray(body.Resources) && body.startIndex === undefined ? { nextCursor: null, ...body } : body,
    ),
})
