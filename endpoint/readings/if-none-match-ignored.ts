import { reading } from '../deviation.ts'

export default reading({
  id: 'if-none-match-ignored',
  title: 'GET with If-None-Match always brings the resource',
  readings: ['AMB-092/no-304'],
  around: (request, next) => {
    const { 'if-none-match': _, ...headers } = request.headers
    return next({ ...request, headers })
  },
})
