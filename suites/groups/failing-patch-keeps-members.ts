import { bodyOf, defineCheck, patch } from '#check'
import { answering } from '#scim'
import { adding, changeGroup, membersAre, membersSent, removing } from './members.part.ts'

export default defineCheck({
  id: 'groups/failing-patch-keeps-members',
  title: 'PATCH of a group that fails leaves its members alone',
  proves: ['RFC7644-3.5.2-22', 'RFC7644-3.5.2-21'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 2, others: 1 }, ({ path }, [first, , other]) =>
      patch(path, removing(first), adding(...(other ? [other] : [])), { op: 'remove' }),
    ),

  judge({ created, before, changed, after }, claim) {
    const { status = 0 } = changed.response ?? {}
    claim('RFC7644-3.5.2-22', changed).holds(status >= 400 && status < 500, {
      what: 'status',
      expected: '4xx',
      actual: status,
    })
    claim('RFC7644-3.5.2-21', after).holds(...membersAre(before, after, membersSent(created)))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    changed: answering(seen.changed, { status: 204, body: undefined }),
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
