import { URN } from '#scim'
import { aside, isOne, pathOf, succeeded } from '../aside.ts'
import { variant } from '../deviation.ts'

export default variant({
  id: 'delete-clears-manager',
  title: 'Those who reported to a deleted user have no manager any more',
  because: 'RFC7643-2.3.7-08, AMB-028',
  around: (request, next) => {
    const reply = next(request)
    if (request.method !== 'DELETE' || !isOne(request, '/Users') || !succeeded(reply)) return reply
    const { find, change } = aside(request, next)
    const id = decodeURIComponent(request.path.split('/').at(-1) ?? '')
    const path = `${URN.enterpriseUser}:manager`
    for (const report of find('/Users', `${path}.value eq ${JSON.stringify(id)}`))
      change(pathOf('/Users', report), { op: 'remove', path })
    return reply
  },
})
