import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'list-crashes-on-a-filter-by-id',
  title: 'A filter on the URL of one resource is a server error',
  breaks: ['RFC7644-3.4.2.1-01', 'RFC7644-3.12-17'],
  around: (request, next) => {
    const isOne = /^\/Users\/[^/?.]+\?/.test(request.path)
    if (isOne && parameterOf(request, 'filter'))
      return { status: 500, headers: {}, text: 'Internal Server Error' }
    return next(request)
  },
})
