import { isObject, type Json, member } from '#scim'
import { type Aside, aside, isOne, succeeded } from '../aside.ts'
import { defect, requestBody } from '../deviation.ts'

export default defect({
  id: 'fiks-unknown-member-is-passed-over',
  title: 'A member that is nobody is left out, and the change succeeds',
  breaks: ['fiks/F-52-unknown'],
  around: (request, next) => {
    const body = request.method === 'PATCH' && isOne(request, '/Groups') ? requestBody(request) : undefined
    if (!Array.isArray(body?.Operations)) return next(request)
    const { read } = aside(request, next)
    const Operations = body.Operations.map((operation) => withKnownMembers(operation, read))
    return next({ ...request, body: JSON.stringify({ ...body, Operations }) })
  },
})

function withKnownMembers(operation: Json, read: Aside['read']): Json {
  if (!isObject(operation) || operation.op !== 'add' || !Array.isArray(operation.value)) return operation
  const isThere = (one: Json) =>
    ['/Users', '/Groups'].some((type) =>
      succeeded(read(`${type}/${encodeURIComponent(String(member(one, 'value')))}`)),
    )
  return { ...operation, value: operation.value.filter(isThere) }
}
