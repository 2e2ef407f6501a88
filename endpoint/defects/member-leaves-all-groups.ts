import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-leaves-all-groups',
  title: 'Who leaves one group leaves all of them',
  breaks: ['RFC7644-3.5.2.2-04'],
  around: (request, next) => {
    const reply = next(request)
    const leaves = /"path":"(members\[value eq [^\]]*\])"/.exec(
      request.method === 'PATCH' ? (request.body ?? '') : '',
    )
    if (!leaves || reply.status >= 300) return reply
    const groups = member(next({ ...request, method: 'GET', path: '/Groups' }).body, 'Resources')
    for (const group of Array.isArray(groups) ? groups : [])
      next({ ...request, path: `/Groups/${encodeURIComponent(String(member(group, 'id')))}` })
    return reply
  },
})
