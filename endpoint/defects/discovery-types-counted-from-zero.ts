import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'discovery-types-counted-from-zero',
  title: '/ResourceTypes counts one type too few',
  breaks: ['RFC7644-4-09'],
  because: 'Incident family P6',
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ResourceTypes') || reply.status !== 200) return reply
    return rewritten(reply, (body) =>
      Array.isArray(body.Resources) ? { ...body, totalResults: body.Resources.length - 1 } : body,
    )
  },
})
