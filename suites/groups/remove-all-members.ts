import { bodyOf, defineCheck, patch } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre } from './members.part.ts'

export default defineCheck({
  id: 'groups/remove-all-members',
  title: 'Removing the members attribute empties the group',
  proves: ['RFC7644-3.5.2.2-03'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 3 }, ({ path }) => patch(path, { op: 'remove', path: 'members' })),

  judge({ before, changed, after }, claim) {
    claim('RFC7644-3.5.2.2-03', changed).succeeds()
    claim('RFC7644-3.5.2.2-03', after)
      .status(200)
      .holds(...membersAre(before, after, []))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'x' }] } }),
  }),
})
