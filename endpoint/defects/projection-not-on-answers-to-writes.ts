import { defect, parameterOf, withParameter } from '../deviation.ts'

export default defect({
  id: 'projection-not-on-answers-to-writes',
  title: 'attributes has no effect on answers to POST, PUT and PATCH',
  breaks: ['RFC7644-3.9-04'],
  around: (request, next) =>
    next(
      request.method === 'GET' || parameterOf(request, 'attributes') === undefined
        ? request
        : withParameter(request, 'attributes', undefined),
    ),
})
