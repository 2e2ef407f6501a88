import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering } from '#scim'
import { changeGroup, membersAre, membersSent } from './members.part.ts'

export default defineCheck({
  id: 'groups/put-replaces-members',
  title: 'PUT of a group leaves just the members it names',
  proves: ['RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 2, others: 1 }, ({ path, sent }, references) => ({
      method: 'PUT',
      path,
      body: { ...sent, members: references.slice(1) },
    })),

  judge({ before, changed, after }, claim) {
    const expected = membersSent(changed)
    claim('RFC7644-3.5.1-04', changed).succeeds()
    claim('RFC7644-3.5.1-04', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, {
      body: { ...bodyOf(after), members: elementsOf(bodyOf(seen.before), 'members') },
    }),
  }),
})
