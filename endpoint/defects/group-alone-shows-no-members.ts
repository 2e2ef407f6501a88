import { isOne } from '../aside.ts'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'group-alone-shows-no-members',
  title: 'A group that is read by itself shows no members, though it has some',
  breaks: ['RFC7644-3.4-02'],
  because: 'authentik (goauthentik/authentik#25330)',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'GET' || !isOne(request, '/Groups')) return reply
    return resourcesRewritten(reply, (group) => ({ ...group, members: [] }))
  },
})
