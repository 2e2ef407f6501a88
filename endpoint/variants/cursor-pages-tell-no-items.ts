import { rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'cursor-pages-tell-no-items',
  title: 'Pages by cursor have no itemsPerPage',
  because: 'AMB-110',
  readings: ['AMB-110/itemsPerPage-absent'],
  around: (request, next) =>
    rewritten(next(request), (body) => {
      if (body.startIndex !== undefined) return body
      const { itemsPerPage: _, ...rest } = body
      return rest
    }),
})
