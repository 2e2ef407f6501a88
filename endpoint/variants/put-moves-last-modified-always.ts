import { member } from '#scim'
import { aside, isOne, succeeded } from '../aside.ts'
import { variant } from '../deviation.ts'

export default variant({
  id: 'put-moves-last-modified-always',
  title: 'A PUT that changes nothing moves lastModified and the version all the same',
  because: 'AMB-064',
  around: (request, next) => {
    if (request.method !== 'PUT' || !isOne(request, '/Users')) return next(request)
    const { read, change } = aside(request, next)
    const modified = (body: typeof before) => member(member(body, 'meta'), 'lastModified')
    const before = read(request.path).body
    const reply = next(request)
    if (!succeeded(reply) || modified(before) !== modified(reply.body)) return reply
    const nickName = member(reply.body, 'nickName')
    change(request.path, { op: 'replace', path: 'nickName', value: 'x' })
    const back = nickName === undefined ? { op: 'remove' } : { op: 'replace', value: nickName }
    const after = change(request.path, { ...back, path: 'nickName' })
    return { ...after, status: 200 }
  },
})
