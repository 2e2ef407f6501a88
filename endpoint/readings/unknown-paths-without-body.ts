import { reading } from '../deviation.ts'

export default reading({
  id: 'unknown-paths-without-body',
  title: 'Paths that the service does not serve are answered 404 without a body',
  readings: ['AMB-034/unknown-path-without-body'],
  around: (request, next) => {
    const reply = next(request)
    const served =
      /^\/(?:Users|Groups|Schemas|ResourceTypes|ServiceProviderConfig|Me|Bulk|\.search)?(?:[/?]|$)/
    return reply.status === 404 && !served.test(request.path) ? { status: 404, headers: {} } : reply
  },
})
