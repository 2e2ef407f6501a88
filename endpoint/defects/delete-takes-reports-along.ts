import { URN } from '#scim'
import { aside, isOne, pathOf } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'delete-takes-reports-along',
  title: 'Deleting a manager deletes those who report to them',
  breaks: ['RFC7644-3.2-07'],
  because: 'Incident family D3',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'DELETE' || !isOne(request, '/Users') || reply.status !== 204) return reply
    const { find, write } = aside(request, next)
    const id = decodeURIComponent(request.path.split('/').at(-1) ?? '')
    const filter = `${URN.enterpriseUser}:manager.value eq ${JSON.stringify(id)}`
    for (const report of find('/Users', filter)) write('DELETE', pathOf('/Users', report))
    return reply
  },
})
