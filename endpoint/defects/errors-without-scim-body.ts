import { defect } from '../deviation.ts'

export default defect({
  id: 'errors-without-scim-body',
  title: 'Errors have a JSON body of another form',
  breaks: ['RFC7644-3.12-02', 'RFC7644-3.12-03', 'RFC7644-3.12-04'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    return reply.status >= 400 ? { ...reply, body: { error: `failed with ${reply.status}` } } : reply
  },
})
