import { defect } from '../deviation.ts'

export default defect({
  id: 'error-told-with-200',
  title: 'An error has the status 200',
  breaks: ['RFC7644-3.2-17', 'RFC7644-3.12-13'],
  because: 'Incident family W11',
  around: (request, next) => {
    const reply = next(request)
    return reply.status === 404 ? { ...reply, status: 200 } : reply
  },
})
