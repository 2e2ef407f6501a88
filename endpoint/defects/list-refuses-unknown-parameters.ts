import { URN } from '#scim'
import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'list-refuses-unknown-parameters',
  title: 'A query parameter that is not known is refused',
  breaks: ['RFC7644-3.4.2-03'],
  around: (request, next) =>
    parameterOf(request, 'scimTestUnknown') === undefined
      ? next(request)
      : {
          status: 400,
          headers: {},
          body: { schemas: [URN.error], status: '400', detail: 'unknown parameter' },
        },
})
