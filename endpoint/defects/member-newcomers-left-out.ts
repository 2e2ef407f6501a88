import { member } from '#scim'
import { aside, pathOf, succeeded } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-newcomers-left-out',
  title: 'Who has not changed since being created is left out of a group, with success',
  breaks: ['RFC7643-4.2-02', 'RFC7644-3.5.2.1-06'],
  because: 'Teleport (gravitational/teleport#67372)',
  around: (request, next) => {
    const isWrite = ['POST', 'PUT', 'PATCH'].includes(request.method) && request.path.startsWith('/Groups')
    const reply = next(request)
    if (!isWrite || !succeeded(reply)) return reply
    const { read, change } = aside(request, next)
    const path = request.method === 'POST' ? pathOf('/Groups', reply.body) : request.path
    const members = member(read(path).body, 'members')
    if (!Array.isArray(members) || members.length === 0) return reply
    const value = members.filter((one) => {
      const meta = member(read(`/Users/${encodeURIComponent(String(member(one, 'value')))}`).body, 'meta')
      return member(meta, 'created') !== member(meta, 'lastModified')
    })
    const changed = change(path, { op: 'replace', path: 'members', value })
    return succeeded(changed) ? { ...reply, body: changed.body ?? null } : reply
  },
})
