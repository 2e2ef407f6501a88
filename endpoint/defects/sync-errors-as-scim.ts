import { member, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-errors-as-scim',
  title: 'Errors of the Sync API have the form of SCIM',
  breaks: ['fiks/S-31'],
  aroundSync: (request, next) => {
    const reply = next(request)
    if (reply.status < 400) return reply
    const detail = member(reply.body, 'message') ?? ''
    const body = { schemas: [URN.error], status: String(reply.status), detail }
    return { ...reply, body }
  },
})
