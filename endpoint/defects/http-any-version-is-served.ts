import { defect } from '../deviation.ts'

export default defect({
  id: 'http-any-version-is-served',
  title: 'A version that there is not is served like the real one',
  breaks: ['RFC7644-3.13-03'],
  around: (request, next) => next({ ...request, path: request.path.replace(/^\/\.\.\/v\d+/, '') }),
})
