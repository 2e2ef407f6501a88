import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'conflict-as-500',
  title: 'A userName that is taken is answered 500',
  breaks: ['RFC7644-3.3-10', 'fiks/F-82'],
  because: 'Incident family P2',
  around: (request, next) => {
    const reply = next(request)
    if (reply.status !== 409) return reply
    return { ...reply, status: 500, body: new ScimError(500, undefined, 'duplicate key value').toBody() }
  },
})
