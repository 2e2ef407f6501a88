import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-altered-token-crashes',
  title: 'A sync token that was altered is answered with 500',
  breaks: ['fiks/S-23'],
  aroundSync: (request, next) => {
    const reply = next(request)
    return reply.status === 400 ? { ...reply, status: 500 } : reply
  },
})
