import { type Json, member } from '#scim'
import { aside, isOne, memory, succeeded } from '../aside.ts'
import { defect, resourcesRewritten } from '../deviation.ts'

const shown = memory(() => new Map<string, Json>())

export default defect({
  id: 'put-of-members-reaches-users-only',
  title: 'A PUT of members shows on the users and not on the group',
  breaks: ['RFC7644-3.5.1-04'],
  because: 'LiteLLM (BerriAI/litellm#14057)',
  around: (request, next) => {
    const isPut = request.method === 'PUT' && isOne(request, '/Groups')
    const before = isPut ? member(aside(request, next).read(request.path).body, 'members') : undefined
    const reply = next(request)
    if (isPut && succeeded(reply)) shown(next).set(decodeURIComponent(request.path.slice(8)), before ?? [])
    return resourcesRewritten(reply, (group) => {
      const members = shown(next).get(String(group.id))
      return members === undefined ? group : { ...group, members }
    })
  },
})
