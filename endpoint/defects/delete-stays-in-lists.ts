import { ScimError } from '#scim'
import { isOne, memory } from '../aside.ts'
import { defect } from '../deviation.ts'

const gone = memory(() => new Set<string>())

export default defect({
  id: 'delete-stays-in-lists',
  title: 'A deleted user answers 404 and is still in every list',
  breaks: ['RFC7644-3.6-03'],
  because: 'Wire (wireapp/wire-server#548)',
  around: (request, next) => {
    const { method, path } = request
    const known = isOne(request, '/Users') && gone(next).has(path)
    if (known) return { status: 404, headers: {}, body: new ScimError(404, undefined, 'gone').toBody() }
    if (method !== 'DELETE' || !isOne(request, '/Users')) return next(request)
    const found = next({ ...request, method: 'GET' })
    if (found.status !== 200) return found
    gone(next).add(path)
    return { status: 204, headers: {} }
  },
})
