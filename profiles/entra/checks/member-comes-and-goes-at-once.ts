import { bodyOf, defineCheck, pointTo } from '#check'
import { answering } from '#scim'
import { changeMembers, membersAre } from './members.part.ts'

export default defineCheck({
  id: 'entra/member-comes-and-goes-at-once',
  title: 'One PATCH adds a member and removes it again',
  proves: ['entra/preview-5'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  act: (act) =>
    changeMembers(act, 1, ([id = '']) => [
      { op: 'add', path: 'members', value: [{ value: id }] },
      { op: 'remove', path: `members[value eq "${id}"]` },
    ]),

  judge({ before, changed, after }, claim) {
    claim('entra/preview-5', changed).status(200, 204)
    claim('entra/preview-5', after)
      .status(200)
      .holds(...membersAre(before, after, []))
  },

  counterexample: ({ before, changed, after }) => {
    const added = pointTo(changed.request.body, '/Operations/0/value') ?? []
    return { before, changed, after: answering(after, { body: { ...bodyOf(after), members: added } }) }
  },
})
