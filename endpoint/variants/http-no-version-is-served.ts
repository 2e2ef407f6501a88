import { variant } from '../deviation.ts'

export default variant({
  id: 'http-no-version-is-served',
  title: 'A request without a version is answered like one with it',
  because: 'AMB-093',
  around: (request, next) => next({ ...request, path: request.path.replace(/^\/\.\.\/Users/, '/Users') }),
})
