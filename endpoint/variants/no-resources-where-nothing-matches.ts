import { rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'no-resources-where-nothing-matches',
  title: 'A list without results has no Resources',
  because: 'RFC7644-3.4.2-08',
  around: (request, next) =>
    rewritten(next(request), (body) => {
      const { Resources, ...rest } = body
      return body.totalResults === 0 && Array.isArray(Resources) && Resources.length === 0 ? rest : body
    }),
})
