import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'error-status-is-a-number',
  title: 'status in an error body is a number',
  readings: ['AMB-017/error-status-number'],
  around: (request, next) =>
    rewritten(next(request), (body) =>
      typeof body.status === 'string' && body.detail !== undefined
        ? { ...body, status: Number(body.status) }
        : body,
    ),
})
