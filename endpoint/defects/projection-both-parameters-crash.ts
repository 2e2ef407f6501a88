import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'projection-both-parameters-crash',
  title: 'attributes together with excludedAttributes is a server error',
  breaks: ['RFC7644-3.9-03'],
  around: (request, next) => {
    const both = ['attributes', 'excludedAttributes'].every((name) => parameterOf(request, name))
    if (both) return { status: 500, headers: {}, text: 'Internal Server Error' }
    return next(request)
  },
})
