import { aside, isOne, succeeded } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'delete-only-deactivates',
  title: 'DELETE sets active to false, answers 204, and the user can still be read',
  breaks: ['RFC7644-3.6-02', 'RFC7644-3.6-03'],
  because: 'AMB-031: a deletion may be logical, but then it must look like one',
  around: (request, next) => {
    if (request.method !== 'DELETE' || !isOne(request, '/Users')) return next(request)
    const off = { op: 'replace', path: 'active', value: false }
    const reply = aside(request, next).change(request.path, off)
    return succeeded(reply) ? { status: 204, headers: {} } : reply
  },
})
