import { type JsonObject, URN } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-unknown-crashes',
  title: 'A cursor that nobody gave is an internal error',
  breaks: ['RFC9865-2.1-01'],
  around: (request, next) => {
    const reply = next(request)
    const refused = (reply.body as JsonObject | undefined)?.scimType === 'invalidCursor'
    const body = { schemas: [URN.error], status: '500', detail: 'The page could not be read' }
    return refused ? { ...reply, status: 500, body } : reply
  },
})
