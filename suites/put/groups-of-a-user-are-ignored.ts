import { bodyOf, defineCheck, elementsOf, get, memberIds, reading } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'put/groups-of-a-user-are-ignored',
  title: 'A PUT of a User changes no membership, groups in it or not',
  proves: ['RFC7643-4.1.2-24', 'RFC7643-4.1.2-25', 'RFC7644-3.5.1-13'],
  needs: { features: ['put'], resource: ['User', 'Group'], attributes: ['groups', 'displayName'] },

  async act({ given, mark, send }) {
    const group = await given('Group')
    const user = await given('User')
    const own = await given('Group', { members: [{ value: user.id }] })
    const body = { ...user.sent, displayName: mark('endret'), groups: [{ value: group.id }] }
    const put = await send({ method: 'PUT', path: user.path, body })
    return {
      put,
      user: await send(get(user.path)),
      group: await send(get(group.path)),
      joined: own.created,
      own: await send(get(own.path)),
    }
  },

  judge({ put, user, group, joined, own }, claim) {
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
    // Nor does it leave the group that the body does not name; a target that shows no members shows none here.
    const id = String(member(bodyOf(user), 'id'))
    const expected = memberIds(bodyOf(joined))
    claim('RFC7643-4.1.2-24', own)
      .status(200)
      .holds(!expected.includes(id) || memberIds(bodyOf(own)).includes(id), {
        expected,
        actual: memberIds(bodyOf(own)),
        pointer: '/members',
      })
    claim('RFC7643-4.1.2-24', group)
      .status(200)
      .holds(!members.includes(member(bodyOf(user), 'id')), {
        expected: 'a Group without the User',
        actual: members as string[],
        pointer: '/members',
      })
  },

  counterexample: ({ put, user, group, joined, own }) => {
    const groups = [{ value: member(bodyOf(group), 'id') ?? null }]
    const members = [{ value: member(bodyOf(user), 'id') ?? null }]
    return {
      joined,
      own: answering(own, { body: { ...bodyOf(own), members: [] } }),
      put: answering(put, { status: 400 }),
      user: answering(user, { body: { ...bodyOf(user), groups } }),
      group: answering(group, { body: { ...bodyOf(group), members } }),
    }
  },
})
