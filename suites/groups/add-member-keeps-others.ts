import { bodyOf, defineCheck, elementsOf, patch } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre, membersSent, membersWritten } from './members.part.ts'

export default defineCheck({
  id: 'groups/add-member-keeps-others',
  title: 'Adding members to a group keeps those it has',
  proves: ['RFC7644-3.5.2.1-06'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 1, others: 2 }, ({ path }, references) =>
      patch(path, { op: 'add', path: 'members', value: references.slice(1) }),
    ),

  judge({ created, before, changed, after }, claim) {
    const expected = [...membersSent(created), ...membersWritten(changed)]
    claim('RFC7644-3.5.2.1-06', changed).succeeds()
    claim('RFC7644-3.5.2.1-06', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, {
      body: { ...bodyOf(after), members: elementsOf(bodyOf(after), 'members').slice(1) },
    }),
  }),
})
