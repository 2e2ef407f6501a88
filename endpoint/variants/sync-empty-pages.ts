import { member } from '#scim'
import { parameterOf, rewritten, variant, withParameter } from '../deviation.ts'

/** Ends a sync token that has been answered with an empty page already. */
const SEEN = '~'

export default variant({
  id: 'sync-empty-pages',
  title: 'Each sync token is first answered with an empty page that says that there is more',
  because: 'KS Digital, Sync API: empty pages with hasMore=true occur',
  aroundSync: (request, next) => {
    const token = parameterOf(request, 'syncToken')
    if (token === undefined) return next(request)
    if (token.endsWith(SEEN)) return next(withParameter(request, 'syncToken', token.slice(0, -1)))
    const reply = next(request)
    if (reply.status !== 200 || member(reply.body, 'events') === undefined) return reply
    return rewritten(reply, () => ({ events: [], syncToken: `${token}${SEEN}`, hasMore: true }))
  },
})
