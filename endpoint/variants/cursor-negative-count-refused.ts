import { URN } from '#scim'
import { parameterOf, variant } from '../deviation.ts'

export default variant({
  id: 'cursor-negative-count-refused',
  title: 'With a cursor, a negative count is refused',
  because: 'AMB-106',
  readings: ['AMB-106/negative-refused'],
  around: (request, next) => {
    const isWrong = parameterOf(request, 'cursor') !== undefined && Number(parameterOf(request, 'count')) < 0
    if (!isWrong) return next(request)
    const body = { schemas: [URN.error], status: '400', scimType: 'invalidCount' }
    return { status: 400, headers: { 'content-type': 'application/scim+json' }, body }
  },
})
