import { bodyOf, defineCheck, patch } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre, removing } from './members.part.ts'

export default defineCheck({
  id: 'groups/remove-last-member',
  title: 'Removing the last member leaves a group without members',
  proves: ['RFC7644-3.5.2.2-05'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'SimpleIdServer SCIM: A value path removed a member only where the operation had a value as well (simpleidserver/SimpleIdServer#696). Cost: access not revoked.',

  act: (act) =>
    changeGroup(act, { members: 1 }, ({ path }, references) => patch(path, removing(references[0]))),

  judge({ before, changed, after }, claim) {
    claim('RFC7644-3.5.2.2-05', changed).succeeds()
    claim('RFC7644-3.5.2.2-05', after)
      .status(200)
      .holds(...membersAre(before, after, []))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'x' }] } }),
  }),
})
