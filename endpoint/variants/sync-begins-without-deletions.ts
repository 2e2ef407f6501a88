import { isObject } from '#scim'
import { parameterOf, rewritten, variant } from '../deviation.ts'

export default variant({
  id: 'sync-begins-without-deletions',
  title: 'A reading that begins anew is not told of what was deleted before',
  because: 'KS Digital, Sync API: not stated',
  aroundSync: (request, next) => {
    const reply = next(request)
    if (parameterOf(request, 'syncToken') !== undefined) return reply
    return rewritten(reply, (body) => {
      const { events } = body
      if (!Array.isArray(events)) return body
      return { ...body, events: events.filter((event) => isObject(event) && event.changeType !== 'delete') }
    })
  },
})
