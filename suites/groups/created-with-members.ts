import { bodyOf, defineCheck, get, memberIds, patch } from '#check'
import { answering, sameJson } from '#scim'
import { membersSent, membersToBe } from './members.part.ts'

export default defineCheck({
  id: 'groups/created-with-members',
  title: 'A group is created with the members given',
  proves: ['RFC7643-4.2-04'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Bitwarden: members that came with a new group or a PUT were ignored (bitwarden/server#2919). Cost: wrong access.',

  async act(act) {
    const { given, send } = act
    const refs = (await membersToBe(act, 3)).map(({ id }) => ({ value: id }))
    const group = await given('Group', { members: refs.slice(0, 2) })
    const after = await send(get(group.path))
    // Shows whether the target ever shows members; it need not (AMB-026).
    await send(patch(group.path, { op: 'add', path: 'members', value: refs.slice(2) }))
    return { created: group.created, after, later: await send(get(group.path)) }
  },

  judge({ created, after, later }, claim) {
    const [expected, actual] = [membersSent(created).sort(), memberIds(bodyOf(after))]
    const hidden = memberIds(bodyOf(later)).length === 0 && actual.length === 0
    claim('RFC7643-4.2-04', after).holds(hidden || sameJson(actual, expected), {
      what: 'members',
      expected,
      actual,
      ...(hidden ? { reading: 'AMB-026/members-absent' as const } : {}),
    })
  },

  counterexample: ({ created, after, later }) => ({
    created,
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
    later: answering(later, { body: { ...bodyOf(later), members: [{ value: 'x' }] } }),
  }),
})
