import { member, URN } from '#scim'
import { reading, requestBody } from '../deviation.ts'

export default reading({
  id: 'patch-swaps-a-member',
  title: 'PATCH may put another member in the place of one',
  readings: ['AMB-027/changed'],
  around: (request, next) => {
    const operations = request.method === 'PATCH' ? requestBody(request)?.Operations : undefined
    const [only] = Array.isArray(operations) ? operations : []
    const [, old] = /^members\[value eq "([^"]+)"\]\.value$/.exec(String(member(only ?? null, 'path'))) ?? []
    const value = member(only ?? null, 'value')
    if (old === undefined || value === undefined) return next(request)
    const Operations = [
      { op: 'add', path: 'members', value: [{ value }] },
      { op: 'remove', path: `members[value eq "${old}"]` },
    ]
    return next({ ...request, body: JSON.stringify({ schemas: [URN.patchOp], Operations }) })
  },
})
