import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-unknown-is-empty',
  title: 'Who is unknown to the Sync API is answered with 200 and nothing',
  breaks: ['fiks/S-19'],
  aroundSync: (request, next) => {
    const reply = next(request)
    const isLookup = /\/(?:bruker|gruppe)\//.test(request.path)
    return isLookup && reply.status === 404 ? { ...reply, status: 200, body: {} } : reply
  },
})
