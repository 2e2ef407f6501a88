import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'keywords-left-out',
  title: 'Errors have no scimType',
  readings: ['AMB-035/keyword-missing'],
  around: (request, next) => {
    const reply = next(request)
    if (reply.status < 400) return reply
    return rewritten(reply, ({ scimType: _, ...body }) => body)
  },
})
