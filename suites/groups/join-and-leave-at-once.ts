import { bodyOf, defineCheck, elementsOf, patch } from '#check'
import { answering } from '#scim'
import { adding, changeGroup, membersAre, membersSent, membersWritten, removing } from './members.part.ts'

export default defineCheck({
  id: 'groups/join-and-leave-at-once',
  title: 'One PATCH can add a member and remove another',
  proves: ['RFC7644-3.5.2-18', 'RFC7643-4.2-02'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeGroup(act, { members: 2, others: 1 }, ({ path }, [first, , other]) =>
      patch(path, adding(...(other ? [other] : [])), removing(first)),
    ),

  judge({ created, before, changed, after }, claim) {
    const expected = [...membersSent(created).slice(1), ...membersWritten(changed)]
    claim('RFC7643-4.2-02', changed).succeeds()
    claim('RFC7644-3.5.2-18', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    changed: answering(seen.changed, { status: 405 }),
    after: answering(after, {
      body: { ...bodyOf(after), members: elementsOf(bodyOf(seen.before), 'members') },
    }),
  }),
})
