import { bodyOf, defineCheck, elementsOf, patch } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre, membersWritten } from './members.part.ts'

export default defineCheck({
  id: 'groups/replace-members',
  title: 'PATCH replace of members leaves just the members given',
  proves: ['RFC7644-3.5.2.3-03'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 2, others: 1 }, ({ path }, references) =>
      patch(path, { op: 'replace', path: 'members', value: references.slice(1) }),
    ),

  judge({ before, changed, after }, claim) {
    const expected = membersWritten(changed)
    claim('RFC7644-3.5.2.3-03', changed).succeeds()
    claim('RFC7644-3.5.2.3-03', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, {
      body: { ...bodyOf(after), members: elementsOf(bodyOf(seen.before), 'members') },
    }),
  }),
})
