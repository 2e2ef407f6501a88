import { rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'items-per-page-echoed',
  title: 'itemsPerPage is the count that was asked for',
  readings: ['AMB-082/itemsPerPage-echo'],
  around: (request, next) =>
    rewritten(next(request), (body) => {
      const count = /[?&]count=(\d+)/.exec(request.path)?.[1]
      return Array.isArray(body.Resources) && count !== undefined
        ? { ...body, itemsPerPage: Number(count) }
        : body
    }),
})
