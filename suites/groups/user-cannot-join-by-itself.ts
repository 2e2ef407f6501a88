import { bodyOf, defineCheck, get, memberIds, patch } from '#check'
import { answering } from '#scim'
import { groupIds } from './user-groups.part.ts'

export default defineCheck({
  id: 'groups/user-cannot-join-by-itself',
  title: 'Membership cannot be changed through the groups of a user',
  proves: ['RFC7643-4.1.2-24', 'RFC7643-4.1.2-25'],
  needs: { features: ['patch'], resource: ['User', 'Group'], attributes: ['groups.value'] },

  async act({ given, send }) {
    const [user, group] = [await given('User'), await given('Group')]
    const added = await send(patch(user.path, { op: 'add', path: 'groups', value: [{ value: group.id }] }))
    return { added, user: await send(get(user.path)), group: await send(get(group.path)) }
  },

  judge({ added, user, group }, claim) {
    const [id, groupId] = [String(bodyOf(user)?.id), String(bodyOf(group)?.id)]
    const [members, groups] = [memberIds(bodyOf(group)), groupIds(user)]
    const status = added.response?.status ?? 0
    const ignored = status >= 200 && status < 300
    claim('RFC7643-4.1.2-25', added).holds(status < 500, {
      what: 'status',
      expected: '4xx',
      actual: status,
      ...(ignored ? { reading: 'AMB-050/ignored' as const } : {}),
    })
    claim('RFC7643-4.1.2-24', group).holds(!members.includes(id), {
      what: 'members',
      expected: `without ${id}`,
      actual: members,
    })
    claim('RFC7643-4.1.2-25', user).holds(!groups.includes(groupId), {
      what: 'groups',
      expected: `without ${groupId}`,
      actual: groups,
    })
  },

  counterexample: ({ added, user, group }) => ({
    added: answering(added, { status: 204, body: undefined }),
    user: answering(user, { body: { ...bodyOf(user), groups: [{ value: bodyOf(group)?.id ?? '' }] } }),
    group: answering(group, { body: { ...bodyOf(group), members: [{ value: bodyOf(user)?.id ?? '' }] } }),
  }),
})
