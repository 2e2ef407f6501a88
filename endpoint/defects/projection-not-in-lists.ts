import { defect, withParameter } from '../deviation.ts'

export default defect({
  id: 'projection-not-in-lists',
  title: 'attributes and excludedAttributes work on single resources only',
  breaks: ['RFC7644-3.4.2.5-04', 'RFC7644-3.4.2.5-03'],
  around: (request, next) => {
    if (!/^\/(Users|Groups)\?/.test(request.path) || request.method !== 'GET') return next(request)
    const whole = withParameter(request, 'attributes', undefined)
    return next(withParameter(whole, 'excludedAttributes', undefined))
  },
})
