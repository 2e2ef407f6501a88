import { memory } from '../aside.ts'
import { defect } from '../deviation.ts'

const versions = memory(() => new Map<string, { before: string | undefined; now: string }>())

export default defect({
  id: 'etag-takes-the-version-before',
  title: 'The version before the present one is still good: two writers who hold it both succeed',
  breaks: ['RFC7644-3.14-06'],
  because: 'ThunderID (thunder-id/thunderid#5110)',
  around: (request, next) => {
    const { 'if-match': version, ...headers } = request.headers
    const known = versions(next).get(request.path)
    const allowed = version !== undefined && version === known?.before
    const reply = next(allowed ? { ...request, headers } : request)
    const now = reply.headers.etag
    if (now !== undefined && now !== known?.now) versions(next).set(request.path, { before: known?.now, now })
    return reply
  },
})
