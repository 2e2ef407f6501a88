import { type Json, member } from '#scim'
import { aside, isOne, memory } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

const memberships = memory(() => new Map<string, Json[]>())

export default defect({
  id: 'delete-leaves-membership-by-name',
  title: 'Whoever is created under the userName of a deleted user is in that one’s groups',
  breaks: ['RFC7644-3.2-07'],
  because: 'Incident family A3: reused names',
  around: (request, next) => {
    const { method, path } = request
    const { read, change } = aside(request, next)
    const before = method === 'DELETE' && isOne(request, '/Users') ? read(path).body : undefined
    const reply = next(request)
    const groups = member(before, 'groups')
    if (Array.isArray(groups)) memberships(next).set(String(member(before, 'userName')), groups)
    if (method !== 'POST' || path !== '/Users' || reply.status !== 201) return reply
    const value = [{ value: member(reply.body, 'id') ?? null }]
    for (const group of memberships(next).get(String(requestBody(request)?.userName)) ?? [])
      change(`/Groups/${encodeURIComponent(String(member(group, 'value')))}`, {
        op: 'add',
        path: 'members',
        value,
      })
    return reply
  },
})
