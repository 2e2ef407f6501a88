import { bodyOf, defineCheck, elementsOf, get, isSuccess, memberIds, patch } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'groups/group-in-group',
  title: 'A group as a member is taken as such or refused',
  proves: ['RFC7644-3.12-17', 'RFC7643-4.2-04', 'RFC7643-2.4-03'],
  needs: { features: ['patch'], resource: 'Group', attributes: ['members.value'] },

  async act({ given, send }) {
    const [outer, inner] = [await given('Group'), await given('Group')]
    const value = [{ value: inner.id }]
    const added = await send(patch(outer.path, { op: 'add', path: 'members', value }))
    return { added, after: await send(get(outer.path)), inner: await send(get(inner.path)) }
  },

  judge({ added, after, inner }, claim) {
    const actual = memberIds(bodyOf(after))
    const id = String(bodyOf(inner)?.id)
    const hidden = isSuccess(added) && actual.length === 0
    claim('RFC7644-3.12-17', added).holds((added.response?.status ?? 0) < 500, {
      what: 'status',
      expected: 'below 500',
      actual: added.response?.status,
    })
    const expected = isSuccess(added) ? [id] : []
    claim('RFC7643-4.2-04', after)
      .status(200)
      .holds(hidden || actual.join() === expected.join(), {
        what: 'members',
        expected,
        actual,
        ...(hidden ? { reading: 'AMB-026/members-absent' as const } : {}),
      })
    const [one] = elementsOf(bodyOf(after), 'members')
    const type = member(one, 'type')
    claim('RFC7643-2.4-03', after).holds(String(type).toLowerCase() !== 'user', {
      what: 'members[0].type',
      expected: 'Group',
      actual: type,
    })
  },

  counterexample: ({ added, after, inner }) => ({
    added: answering(added, { status: 500 }),
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'Lærere', type: 'User' }] } }),
    inner,
  }),
})
