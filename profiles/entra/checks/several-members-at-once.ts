import { bodyOf, defineCheck, elementsOf, pointTo } from '#check'
import { answering, type Json, member } from '#scim'
import { changeMembers, membersAre } from './members.part.ts'

export default defineCheck({
  id: 'entra/several-members-at-once',
  title: 'One PATCH adds several members to a group that has one',
  proves: ['entra/gallery-members-at-once'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks: "The gallery's test of members sends several in one request and demands that all arrive",

  act: (act) =>
    changeMembers(act, 3, (ids) => [{ op: 'add', path: 'members', value: ids.map((value) => ({ value })) }]),

  judge({ before, changed, after }, claim) {
    const sent = pointTo(changed.request.body, '/Operations/0/value') as readonly Json[]
    const ids = sent.map((one) => String(member(one, 'value')))
    claim('entra/gallery-members-at-once', changed).status(200, 204)
    claim('entra/gallery-members-at-once', after)
      .status(200)
      .holds(...membersAre(before, after, ids))
  },

  counterexample: ({ before, changed, after }) => ({
    before,
    changed,
    after: answering(after, {
      body: { ...bodyOf(after), members: elementsOf(bodyOf(after), 'members').slice(0, 2) },
    }),
  }),
})
