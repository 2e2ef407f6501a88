import { member } from '#scim'
import { aside, succeeded } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-newcomers-left-out',
  title: 'Who has not changed since being created is left out at a PATCH of members',
  breaks: ['RFC7644-3.5.2.1-06'],
  because: 'Teleport (gravitational/teleport#67372)',
  around: (request, next) => {
    const isWrite = request.method === 'PATCH' && request.path.startsWith('/Groups')
    const reply = next(request)
    if (!isWrite || !succeeded(reply)) return reply
    const { read, change } = aside(request, next)
    const path = request.path
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
