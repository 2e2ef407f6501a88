import { bodyOf, defineCheck, patch } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre, membersSent, removing } from './members.part.ts'

export default defineCheck({
  id: 'groups/remove-one-member',
  title: 'Removing one of three members removes exactly that one',
  proves: ['RFC7644-3.5.2.2-04'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Okta, and Entra in its newer dialect: misread, it empties the group or leaves access (INC-003, INC-005).',

  act: (act) =>
    changeGroup(act, { members: 3 }, ({ path }, references) => patch(path, removing(references[1]))),

  judge({ created, before, changed, after }, claim) {
    const [first = '', , third = ''] = membersSent(created)
    claim('RFC7644-3.5.2.2-04', changed).succeeds()
    claim('RFC7644-3.5.2.2-04', after).holds(...membersAre(before, after, [first, third]))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
