import { bodyOf, defineCheck, elementsOf, get, reading } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'put/groups-of-a-user-are-ignored',
  title: 'groups in a PUT of a User change no membership',
  proves: ['RFC7643-4.1.2-24', 'RFC7643-4.1.2-25', 'RFC7644-3.5.1-13'],
  needs: { features: ['put'], resource: ['User', 'Group'], attributes: ['groups', 'displayName'] },

  async act({ given, mark, send }) {
    const group = await given('Group')
    const user = await given('User')
    const body = { ...user.sent, displayName: mark('endret'), groups: [{ value: group.id }] }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { put, user: await send(get(user.path)), group: await send(get(group.path)) }
  },

  judge({ put, user, group }, claim) {
    const groups = elementsOf(bodyOf(user), 'groups').map((one) => member(one, 'value'))
    const members = elementsOf(bodyOf(group), 'members').map((one) => member(one, 'value'))
    claim('RFC7644-3.5.1-13', put).status(200, reading('AMB-044/204', 204))
    claim('RFC7643-4.1.2-25', user)
      .status(200)
      .holds(!groups.includes(member(bodyOf(group), 'id')), {
        expected: 'a User without the group',
        actual: groups as string[],
        pointer: '/groups',
      })
    claim('RFC7643-4.1.2-24', group)
      .status(200)
      .holds(!members.includes(member(bodyOf(user), 'id')), {
        expected: 'a Group without the User',
        actual: members as string[],
        pointer: '/members',
      })
  },

  counterexample: ({ put, user, group }) => {
    const groups = [{ value: member(bodyOf(group), 'id') ?? null }]
    const members = [{ value: member(bodyOf(user), 'id') ?? null }]
    return {
      put: answering(put, { status: 400 }),
      user: answering(user, { body: { ...bodyOf(user), groups } }),
      group: answering(group, { body: { ...bodyOf(group), members } }),
    }
  },
})
