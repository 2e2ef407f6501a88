import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'put-ignores-false',
  title: 'A PUT takes only what is neither empty nor false: active goes on, never off',
  breaks: ['RFC7644-3.5.1-04'],
  because: 'OpenTranscribe (attevon-llc/OpenTranscribe#582)',
  around: (request, next) => {
    const body = request.method === 'PUT' ? requestBody(request) : undefined
    if (body?.active !== false) return next(request)
    return next({ ...request, body: JSON.stringify({ ...body, active: true }) })
  },
})
