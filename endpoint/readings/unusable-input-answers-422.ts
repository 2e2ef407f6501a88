import { member } from '#scim'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'unusable-input-answers-422',
  title: 'Input that cannot be used is answered 422',
  readings: ['AMB-036/422'],
  around: (request, next) => {
    const reply = next(request)
    const keyword = reply.status === 400 ? member(reply.body, 'scimType') : undefined
    if (typeof keyword !== 'string' || !UNUSABLE.has(keyword)) return reply
    return rewritten({ ...reply, status: 422 }, (body) => ({ ...body, status: '422' }))
  },
})

const UNUSABLE: ReadonlySet<string> = new Set([
  'invalidSyntax',
  'invalidValue',
  'invalidFilter',
  'invalidPath',
])
