import { bodyOf, defineCheck, patch, reading } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre, membersSent, removing } from './members.part.ts'

export default defineCheck({
  id: 'groups/remove-stranger-changes-nothing',
  title: 'Removing somebody who is no member changes nothing',
  proves: ['RFC7644-3.5.2.2-10'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 2, others: 1 }, ({ path }, references) =>
      patch(path, removing(references[2])),
    ),

  judge({ created, before, changed, after }, claim) {
    const expected = membersSent(created)
    claim('RFC7644-3.5.2.2-10', changed).status(200, 204, reading('AMB-052/noTarget', 400))
    claim('RFC7644-3.5.2.2-10', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
