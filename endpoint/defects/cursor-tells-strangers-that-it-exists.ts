import { URN } from '#scim'
import { defect, parameterOf } from '../deviation.ts'

export default defect({
  id: 'cursor-tells-strangers-that-it-exists',
  title: 'Somebody without rights is told which cursors there are',
  breaks: ['RFC9865-5.2-05'],
  around: (request, next) => {
    const reply = next(request)
    const known = /^[a-z0-9]{28}$/.test(parameterOf(request, 'cursor') ?? '')
    if (reply.status !== 401 || !known) return reply
    return { ...reply, status: 403, body: { schemas: [URN.error], status: '403', detail: 'Not your page' } }
  },
})
