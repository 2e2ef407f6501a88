import { URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'fiks-search-passes-over-the-number',
  title: 'A search by the identity number finds nobody, a filter in the address does',
  breaks: ['fiks/P-10'],
  around: (request, next) => {
    const isByNumber = request.path.endsWith('/.search') && request.body?.includes(`${URN.fiksPerson}:`)
    if (!isByNumber) return next(request)
    return next({ ...request, body: (request.body ?? '').replace(':foedselsnummer', ':identitetsnummer') })
  },
})
