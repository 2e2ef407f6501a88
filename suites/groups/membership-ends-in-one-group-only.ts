import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { membersAre, membersSent, membersToBe, removing } from './members.part.ts'

export default defineCheck({
  id: 'groups/membership-ends-in-one-group-only',
  title: 'Leaving one group leaves the membership in another',
  proves: ['RFC7644-3.5.2.2-04'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act(act) {
    const { given, send } = act
    const members = (await membersToBe(act, 2)).map(({ id }) => ({ value: id }))
    const [left, other] = [await given('Group', { members }), await given('Group', { members })]
    const before = await send(get(left.path))
    const changed = await send(patch(left.path, removing(members[0])))
    const [after, elsewhere] = [await send(get(left.path)), await send(get(other.path))]
    return { created: left.created, before, changed, after, elsewhere }
  },

  judge({ created, before, changed, after, elsewhere }, claim) {
    const members = membersSent(created)
    claim('RFC7644-3.5.2.2-04', changed).succeeds()
    claim('RFC7644-3.5.2.2-04', after).holds(...membersAre(before, after, members.slice(1)))
    claim('RFC7644-3.5.2.2-04', elsewhere).holds(...membersAre(before, elsewhere, members))
  },

  counterexample: ({ elsewhere, ...seen }) => ({
    ...seen,
    elsewhere: answering(elsewhere, { body: { ...bodyOf(elsewhere), members: [] } }),
  }),
})
