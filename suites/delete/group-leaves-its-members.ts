import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'delete/group-leaves-its-members',
  title: 'Deleting a Group leaves the Users in it',
  proves: ['RFC7644-3.2-07', 'RFC7644-3.6-02'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send }) {
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const before = await send(get(user.path))
    const gone = await send({ method: 'DELETE', path: group.path })
    return { before, gone, group: await send(get(group.path)), user: await send(get(user.path)) }
  },

  judge({ before, gone, group, user }, claim) {
    claim('RFC7644-3.2-07', gone).succeeds()
    claim('RFC7644-3.6-02', group).status(404)
    const kept = claim('RFC7644-3.2-07', user).status(200)
    for (const name of ['id', 'userName', 'active']) {
      const old = member(bodyOf(before), name)
      if (old !== undefined && old !== null) kept.has(`/${name}`, old)
    }
  },

  counterexample: ({ before, gone, group, user }) => ({
    before,
    gone,
    group: answering(group, { status: 200, body: { id: '1' } }),
    user: answering(user, { status: 404, body: { detail: 'not found' } }),
  }),
})
