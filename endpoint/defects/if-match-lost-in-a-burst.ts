import { memory } from '../aside.ts'
import { defect } from '../deviation.ts'
import { burst } from '../moment.ts'

/** So many writers with one version are told of each other. */
const TOLD = 2

const writers = memory(() => burst(100))

export default defect({
  id: 'if-match-lost-in-a-burst',
  title: 'Of many writers with one version at the same time several succeed',
  breaks: ['RFC7644-3.14-06'],
  because: 'ThunderID (thunder-id/thunderid#5110)',
  around: (request, next) => {
    const { 'if-match': version, ...headers } = request.headers
    if (version === undefined) return next(request)
    const isCrowded = writers(next).count(`${request.path} ${version}`) > TOLD
    return next(isCrowded ? { ...request, headers } : request)
  },
})
