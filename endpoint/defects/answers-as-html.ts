import { defect } from '../deviation.ts'

export default defect({
  id: 'answers-as-html',
  title: 'Answers are labelled text/html',
  breaks: ['RFC7644-3.1-01', 'RFC7644-3.8-06'],
  because: 'Incident family P3',
  around: (request, next) => {
    const reply = next(request)
    return reply.body === undefined
      ? reply
      : { ...reply, headers: { ...reply.headers, 'content-type': 'text/html' } }
  },
})
