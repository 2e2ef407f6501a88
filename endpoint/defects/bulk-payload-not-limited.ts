import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-payload-not-limited',
  title: 'maxPayloadSize is published and not looked at',
  breaks: ['RFC7644-3.7.4-03'],
  around: ({ body, ...request }, next) => {
    const isLarge = request.path === '/Bulk' && body !== undefined && body.length > 500_000
    return next({
      ...request,
      ...(body === undefined ? {} : { body: isLarge ? body.replace(/x{1000,}/g, 'x') : body }),
    })
  },
})
