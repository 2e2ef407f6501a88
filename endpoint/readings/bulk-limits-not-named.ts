import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'bulk-limits-not-named',
  title: 'What is too large for bulk is refused without a word on what would not be',
  readings: ['AMB-104/limit-unnamed'],
  around: (request, next) => {
    const reply = next(request)
    if (reply.status !== 413) return reply
    return rewritten(reply, (body) => ({ ...body, detail: 'Payload Too Large' }))
  },
})
