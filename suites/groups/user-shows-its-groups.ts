import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { groupIds } from './user-groups.part.ts'

export default defineCheck({
  id: 'groups/user-shows-its-groups',
  title: 'The groups of a user are those that have it as a member',
  proves: ['RFC7643-4.1.2-22'],
  needs: { features: ['patch'], resource: ['User', 'Group'], attributes: ['groups.value'] },

  async act({ given, send, eventually }) {
    const user = await given('User')
    const [group, other] = [await given('Group', { members: [{ value: user.id }] }), await given('Group')]
    const joined = await eventually(get(user.path), (seen) => groupIds(seen).includes(group.id))
    const path = `members[value eq ${JSON.stringify(user.id)}]`
    await send(patch(group.path, { op: 'remove', path }))
    const left = await eventually(get(user.path), (seen) => !groupIds(seen).includes(group.id))
    return { joined, left, group: await send(get(group.path)), other: await send(get(other.path)) }
  },

  judge({ joined, left, group, other }, claim) {
    const [id, otherId] = [group, other].map((seen) => String(bodyOf(seen)?.id))
    const [before, after] = [groupIds(joined), groupIds(left)]
    // A target need not show groups (AMB-026); what it shows has to be right.
    claim('RFC7643-4.1.2-22', joined)
      .status(200)
      .holds(before.length === 0 || before.includes(id ?? ''), {
        what: 'groups',
        expected: `group ${id}`,
        actual: before,
      })
      .holds(!before.includes(otherId ?? ''), { what: 'groups', expected: 'no other group', actual: before })
    claim('RFC7643-4.1.2-22', left).holds(!after.includes(id ?? ''), {
      what: 'groups after leaving',
      expected: `without ${id}`,
      actual: after,
    })
  },

  counterexample: ({ joined, ...seen }) => ({
    ...seen,
    joined: answering(joined, { body: { ...bodyOf(joined), groups: [{ value: 'Lærere' }] } }),
  }),
})
