import { bodyOf, defineCheck, elementsOf, patch } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre, membersSent, removing } from './members.part.ts'

export default defineCheck({
  id: 'groups/remove-two-members',
  title: 'Removing two of three members at once removes both',
  proves: ['RFC7644-3.5.2.2-04'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks: 'Whoever is left in the group keeps the access of it (INC-001, INC-003).',

  act: (act) =>
    changeGroup(act, { members: 3 }, ({ path }, [first, , third]) =>
      patch(path, removing(first), removing(third)),
    ),

  judge({ created, before, changed, after }, claim) {
    claim('RFC7644-3.5.2.2-04', changed).succeeds()
    claim('RFC7644-3.5.2.2-04', after).holds(...membersAre(before, after, membersSent(created).slice(1, 2)))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, {
      body: { ...bodyOf(after), members: elementsOf(bodyOf(seen.before), 'members').slice(1) },
    }),
  }),
})
