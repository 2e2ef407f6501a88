import { bodyOf, defineCheck, elementsOf, get, memberIds } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'delete/group-leaves-its-members',
  title: 'Deleting a Group leaves the Users in it',
  proves: ['RFC7644-3.2-07', 'RFC7644-3.6-02'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Windmill: a new group of a deleted one’s name got what the old one had (windmill-labs/windmill#10686). Cost: wrong access.',

  async act({ given, endpoint, send }) {
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const before = await send(get(user.path))
    const gone = await send({ method: 'DELETE', path: group.path })
    const [deleted, after] = [await send(get(group.path)), await send(get(user.path))]
    // A group of the same name is another one: it has none of the members of the old.
    const { members: _, ...sent } = group.sent
    const again = await send({ method: 'POST', path: endpoint('Group'), body: sent })
    const id = bodyOf(again)?.id
    const path = `${endpoint('Group')}/${encodeURIComponent(String(id))}`
    const later = typeof id === 'string' ? [await send(get(path)), await send(get(user.path))] : []
    return { before, gone, group: deleted, user: after, later }
  },

  judge({ before, gone, group, user, later }, claim) {
    claim('RFC7644-3.2-07', gone).succeeds()
    claim('RFC7644-3.6-02', group).status(404)
    const [another, joiner] = later
    if (another && joiner) {
      const members = memberIds(bodyOf(another))
      const groups = elementsOf(bodyOf(joiner), 'groups').map((one) => member(one, 'value') ?? null)
      claim('RFC7644-3.2-07', another).holds(!members.includes(String(bodyOf(before)?.id)), {
        expected: 'a Group without the members of the deleted one',
        actual: members,
        pointer: '/members',
      })
      claim('RFC7644-3.2-07', joiner).holds(!groups.includes(bodyOf(another)?.id ?? null), {
        expected: 'a User that is in no Group of this name',
        actual: groups,
        pointer: '/groups',
      })
    }
    const kept = claim('RFC7644-3.2-07', user).status(200)
    for (const name of ['id', 'userName', 'active']) {
      const old = member(bodyOf(before), name)
      if (old !== undefined && old !== null) kept.has(`/${name}`, old)
    }
  },

  counterexample: ({ before, gone, group, user, later }) => ({
    before,
    gone,
    later: later.map((one) =>
      answering(one, { body: { ...bodyOf(one), members: [{ value: bodyOf(before)?.id ?? null }] } }),
    ),
    group: answering(group, { status: 200, body: { id: '1' } }),
    user: answering(user, { status: 404, body: { detail: 'not found' } }),
  }),
})
