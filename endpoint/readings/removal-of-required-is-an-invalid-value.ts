import { member } from '#scim'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'removal-of-required-is-an-invalid-value',
  title: 'PATCH remove of a required attribute is refused with invalidValue',
  readings: ['AMB-065/other-keyword'],
  around: (request, next) => {
    const reply = next(request)
    const refused = request.method === 'PATCH' && member(reply.body, 'scimType') === 'mutability'
    const removal = /"op":"remove","path":"(?:userName|displayName)"/.test(request.body ?? '')
    return refused && removal ? rewritten(reply, (body) => ({ ...body, scimType: 'invalidValue' })) : reply
  },
})
