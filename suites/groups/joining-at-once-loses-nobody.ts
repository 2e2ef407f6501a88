import { BUSY_OR_LOST, bodyOf, defineCheck, get, isSuccess, memberIds, patch } from '#check'
import { answering } from '#scim'
import { adding, membersToBe, membersWritten } from './members.part.ts'

export default defineCheck({
  id: 'groups/joining-at-once-loses-nobody',
  title: 'Two who join a group at the same time are both in it',
  proves: ['RFC7644-3.5.2.1-06'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks:
    'Fleet: each change began from an old copy of the group, so members were lost behind success (fleetdm/fleet#50724). Cost: data lost.',

  async act(act) {
    const { given, send } = act
    const [first, second, third] = await membersToBe(act, 3)
    const group = await given('Group', { members: [{ value: first?.id ?? '' }] })
    const before = await send(get(group.path))
    const [one, other] = await Promise.all(
      [second, third].map((user) => send(patch(group.path, adding({ value: user?.id ?? '' })))),
    )
    return { before, one: one ?? before, other: other ?? before, after: await send(get(group.path)) }
  },

  judge({ before, one, other, after }, claim) {
    for (const added of [one, other]) claim('RFC7644-3.5.2.1-06', added).status(200, 204, ...BUSY_OR_LOST)
    const joined = [one, other].filter(isSuccess).flatMap(membersWritten)
    const expected = [...memberIds(bodyOf(before)), ...joined].sort()
    const actual = [...memberIds(bodyOf(after))].sort()
    // Members need not be shown (AMB-026).
    const isShown = memberIds(bodyOf(before)).length > 0
    claim('RFC7644-3.5.2.1-06', after).holds(!isShown || String(actual) === String(expected), {
      what: 'members',
      expected,
      actual,
    })
  },

  counterexample: ({ before, one, other, after }) => [
    { before, one, other, after: answering(after, { body: { ...bodyOf(after), members: [] } }) },
    { before, one: answering(one, { status: 500 }), other, after },
  ],
})
