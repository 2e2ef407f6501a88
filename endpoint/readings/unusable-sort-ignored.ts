import { reading } from '../deviation.ts'

export default reading({
  id: 'unusable-sort-ignored',
  title: 'A sortBy or sortOrder that cannot be used is ignored',
  readings: ['AMB-081/ignored'],
  around: (request, next) => {
    const reply = next(request)
    const sorts = /[?&]sortBy=/.test(request.path) && !/[?&]filter=/.test(request.path)
    if (reply.status !== 400 || !sorts) return reply
    return next({ ...request, path: request.path.replace(/([?&])sort(?:By|Order)=[^&]*/g, '$1') })
  },
  kernel: (plain) => ({
    sort: (resources, model, path, order) => {
      try {
        return plain.sort(resources, model, path, order)
      } catch {
        return resources
      }
    },
  }),
})
