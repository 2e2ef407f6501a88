import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'group-deletion-takes-its-users',
  title: 'Deleting a group deletes the users in it',
  breaks: ['RFC7644-3.4.1-01'],
  around: (request, next) => {
    const isGroup = request.method === 'DELETE' && request.path.startsWith('/Groups/')
    const members = isGroup ? member(next({ ...request, method: 'GET' }).body, 'members') : undefined
    const reply = next(request)
    for (const one of Array.isArray(members) ? members : [])
      next({ ...request, path: `/Users/${encodeURIComponent(String(member(one, 'value')))}` })
    return reply
  },
})
