import { URN } from '#scim'
import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'cursor-must-not-be-empty',
  title: 'An empty cursor is refused',
  breaks: ['RFC9865-2-02', 'RFC9865-1-01'],
  around: (request, next) => {
    if (parameterOf(request, 'cursor') !== '') return next(request)
    const body = { schemas: [URN.error], status: '400', scimType: 'invalidCursor' }
    return { status: 400, headers: { 'content-type': 'application/scim+json' }, body }
  },
})
