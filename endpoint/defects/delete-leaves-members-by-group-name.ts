import { type Json, member } from '#scim'
import { aside, isOne, memory, pathOf } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

const members = memory(() => new Map<string, Json>())

export default defect({
  id: 'delete-leaves-members-by-group-name',
  title: 'A new group has the members of a deleted one of the same name',
  breaks: ['RFC7644-3.2-07'],
  because: 'Windmill (windmill-labs/windmill#10686)',
  around: (request, next) => {
    const { method, path } = request
    const { read, change } = aside(request, next)
    const before = method === 'DELETE' && isOne(request, '/Groups') ? read(path).body : undefined
    const reply = next(request)
    const had = member(before, 'members')
    if (had !== undefined) members(next).set(String(member(before, 'displayName')), had)
    const value = members(next).get(String(requestBody(request)?.displayName))
    if (method === 'POST' && path === '/Groups' && reply.status === 201 && value !== undefined)
      change(pathOf('/Groups', reply.body), { op: 'add', path: 'members', value })
    return reply
  },
})
