import { bodyOf, defineCheck, elementsOf, isSuccess, patch, reading } from '#check'
import { answering, member } from '#scim'
import { changeGroup, membersAre, membersSent, removing } from './members.part.ts'

export default defineCheck({
  id: 'groups/remove-either-of-two',
  title: 'A value path with or removes every member it matches',
  proves: ['RFC7644-3.5.2.2-06'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 3 }, ({ path }, [first, , third]) => patch(path, removing(first, third))),

  judge({ created, before, changed, after }, claim) {
    const members = membersSent(created)
    const expected = isSuccess(changed) ? members.slice(1, 2) : members
    // To find nothing is another thing than not to understand.
    const understood = member(bodyOf(changed), 'scimType') === 'noTarget'
    const lenient = understood ? [] : [reading('AMB-074/operator-unsupported', 400)]
    claim('RFC7644-3.5.2.2-06', changed).status(200, 204, ...lenient)
    claim('RFC7644-3.5.2.2-06', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, {
      body: { ...bodyOf(after), members: elementsOf(bodyOf(seen.before), 'members').slice(1) },
    }),
  }),
})
