import { variant } from '../deviation.ts'

export default variant({
  id: 'error-secrets-find-nobody',
  title: 'A filter on a password is no error and finds nobody',
  because: 'AMB-080',
  around: (request, next) => {
    const isSecret = request.method === 'GET' && /[?&]filter=[^&]*password/i.test(request.path)
    return next(isSecret ? { ...request, path: '/Users?filter=userName%20eq%20%22%22' } : request)
  },
})
