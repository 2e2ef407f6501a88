import { URN } from '#scim'
import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'start-index-zero-is-refused',
  title: 'A startIndex below 1 is refused',
  breaks: ['RFC7644-3.4.2.4-04'],
  around: (request, next) => {
    if (Number(parameterOf(request, 'startIndex') ?? 1) >= 1) return next(request)
    const body = { schemas: [URN.error], status: '400', scimType: 'invalidValue' }
    return { status: 400, headers: { 'content-type': 'application/scim+json' }, body }
  },
})
