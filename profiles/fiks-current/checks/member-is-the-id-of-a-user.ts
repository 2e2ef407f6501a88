import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { membersAre } from './members.part.ts'

export default defineCheck({
  id: 'fiks-current/member-is-the-id-of-a-user',
  title: 'The value of a member is the id of a user',
  proves: ['fiks/F-52'],
  needs: { features: ['patch'], resource: ['Group', 'User'] },

  async act({ given, send }) {
    const [first, second] = [await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: first.id }] })
    const before = await send(get(group.path))
    const value = [{ value: second.id }]
    const added = await send(patch(group.path, { op: 'add', path: 'members', value }))
    const users = [await send(get(first.path)), await send(get(second.path))]
    return { users, before, added, after: await send(get(group.path)) }
  },

  judge({ users, before, added, after }, claim) {
    const expected = users.map((user) => String(bodyOf(user)?.id))
    claim('fiks/F-52', added).succeeds()
    claim('fiks/F-52', after).holds(...membersAre(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'kari.nordmann' }] } }),
  }),
})
