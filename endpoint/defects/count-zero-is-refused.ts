import { URN } from '#scim'
import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'count-zero-is-refused',
  title: 'count=0 is refused',
  breaks: ['RFC7644-3.4.2.4-08'],
  because: 'AMB-082: Entra as a server answers so',
  around: (request, next) => {
    if (parameterOf(request, 'count') !== '0') return next(request)
    const body = { schemas: [URN.error], status: '400', scimType: 'invalidValue' }
    return { status: 400, headers: { 'content-type': 'application/scim+json' }, body }
  },
})
