import { member } from '#scim'
import { aside, isOne, succeeded } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'put-takes-user-out-of-groups',
  title: 'A PUT of a user ends its memberships',
  breaks: ['RFC7643-4.1.2-24'],
  because: 'Incident family D3',
  around: (request, next) => {
    const reply = next(request)
    const groups = member(reply.body, 'groups')
    if (request.method !== 'PUT' || !isOne(request, '/Users') || !succeeded(reply)) return reply
    const { change } = aside(request, next)
    const path = `members[value eq ${JSON.stringify(member(reply.body, 'id') ?? '')}]`
    for (const group of Array.isArray(groups) ? groups : [])
      change(`/Groups/${encodeURIComponent(String(member(group, 'value')))}`, { op: 'remove', path })
    return reply
  },
})
