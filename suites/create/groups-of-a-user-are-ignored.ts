import { bodyOf, createdId, defineCheck, elementsOf, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/groups-of-a-user-are-ignored',
  title: 'groups sent with a new User are ignored',
  proves: ['RFC7643-4.1.2-24', 'RFC7643-4.1.2-25', 'RFC7644-3.3-02'],
  needs: { resource: ['User', 'Group'], attributes: ['groups'] },

  async act({ given, draft, endpoint, send }) {
    const group = await given('Group')
    const body = draft('User', { groups: [{ value: group.id }] })
    const created = await send({ method: 'POST', path: endpoint('User'), body })
    const id = createdId(created)
    const path = `${endpoint('User')}/${encodeURIComponent(String(id))}`
    const user = id === null ? created : await send(get(path))
    return { created, user, group: await send(get(group.path)) }
  },

  judge({ created, user, group }, claim) {
    const body = bodyOf(user)
    const id = member(body, 'id') ?? 'none'
    const groups = elementsOf(body, 'groups').map((one) => member(one, 'value'))
    const members = elementsOf(bodyOf(group), 'members').map((one) => member(one, 'value'))
    claim('RFC7644-3.3-02', created).succeeds()
    claim('RFC7643-4.1.2-25', user).holds(!groups.includes(member(bodyOf(group), 'id')), {
      expected: 'a User without the group',
      actual: member(body, 'groups'),
      pointer: '/groups',
    })
    claim('RFC7643-4.1.2-24', group)
      .status(200)
      .holds(!members.includes(id), {
        expected: 'a Group without the User',
        actual: member(bodyOf(group), 'members'),
        pointer: '/members',
      })
  },

  counterexample: ({ created, user, group }) => {
    const value = member(bodyOf(user), 'id') ?? null
    const groups = [{ value: member(bodyOf(group), 'id') ?? null }]
    return [
      { created: answering(created, { status: 400 }), user, group },
      {
        created,
        user: answering(user, { body: { ...bodyOf(user), groups } }),
        group: answering(group, { body: { ...bodyOf(group), members: [{ value }] } }),
      },
    ]
  },
})
