import { member } from '#scim'
import { aside, isOne, memory } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'
import type { Reply } from '../exchange.ts'

const ids = memory(() => ({ buried: new Map<string, string>(), now: new Map<string, string>() }))

export default defect({
  id: 'delete-then-same-id',
  title: 'A user created under the userName of a deleted one gets its id',
  breaks: ['RFC7643-3.1-07'],
  because: 'Incident family A3: reused names',
  around: (request, next) => {
    const { buried, now } = ids(next)
    const { method, path } = request
    const [, , old = ''] = path.split('/')
    const real = path.replace(old || '\0', now.get(old) ?? old)
    const before =
      method === 'DELETE' && isOne(request, '/Users') ? aside(request, next).read(real).body : undefined
    const reply = next({ ...request, path: real })
    if (before) buried.set(String(member(before, 'userName')), old)
    const revived = method === 'POST' ? buried.get(String(requestBody(request)?.userName)) : undefined
    if (reply.status === 201 && revived) now.set(revived, String(member(reply.body, 'id')))
    const shown = revived ?? old
    const hidden = now.get(shown)
    if (hidden === undefined) return reply
    return JSON.parse(JSON.stringify(reply).replaceAll(hidden, shown)) as Reply
  },
})
