import type { JsonObject } from '#scim'
import { defect, withParameter } from '../deviation.ts'

export default defect({
  id: 'cursor-unknown-begins-again',
  title: 'A cursor that nobody gave gets the first page',
  breaks: ['RFC9865-2.1-01', 'RFC9865-5.2-04'],
  because: 'A client begins again without noticing',
  around: (request, next) => {
    const reply = next(request)
    const refused = (reply.body as JsonObject | undefined)?.scimType === 'invalidCursor'
    return refused ? next(withParameter(request, 'cursor', '')) : reply
  },
})
