import { defect } from '../deviation.ts'

export default defect({
  id: 'sync-organisations-left-out',
  title: 'The list of organisations is empty',
  breaks: ['fiks/S-02'],
  aroundSync: (request, next) => {
    const reply = next(request)
    return request.path.endsWith('/organisasjoner') ? { ...reply, body: [] } : reply
  },
})
