import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'limits-left-out-where-unsupported',
  title: '/ServiceProviderConfig states no limits of what is not supported',
  readings: ['AMB-010/absent-when-unsupported'],
  settings: (plain) => ({ ...plain, features: { ...plain.features, bulk: false } }),
  around: (request, next) => {
    const reply = next(request)
    if (!request.path.startsWith('/ServiceProviderConfig')) return reply
    return rewritten(reply, (body) => ({ ...body, bulk: { supported: false } }))
  },
})
