import { URN } from '#scim'
import { defect } from '../deviation.ts'

const MOST = 100

let seen = 0

export default defect({
  id: 'lookup-sees-a-hundred-users',
  title: 'A filter looks at the first hundred users and at no others',
  breaks: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2-06'],
  because: 'ssosync (awslabs/ssosync#81)',
  kernel: (plain) => ({
    matches: (filter, resource, model) => {
      if (model.core.id === URN.user) seen += 1
      return seen <= MOST && plain.matches(filter, resource, model)
    },
  }),
  around: (request, next) => {
    seen = 0
    return next(request)
  },
})
