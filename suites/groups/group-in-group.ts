import { bodyOf, defineCheck, get, memberIds, patch } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'groups/group-in-group',
  title: 'A group as a member is taken or refused, without an inner error',
  proves: ['RFC7644-3.12-17', 'RFC7643-4.2-04'],
  needs: { features: ['patch'], resource: 'Group', attributes: ['members.value'] },

  async act({ given, send }) {
    const [outer, inner] = [await given('Group'), await given('Group')]
    const value = [{ value: inner.id }]
    const added = await send(patch(outer.path, { op: 'add', path: 'members', value }))
    return { added, after: await send(get(outer.path)), inner: await send(get(inner.path)) }
  },

  judge({ added, after, inner }, claim) {
    const actual = memberIds(bodyOf(after))
    const expected = String(bodyOf(inner)?.id)
    claim('RFC7644-3.12-17', added).holds((added.response?.status ?? 0) < 500, {
      what: 'status',
      expected: 'below 500',
      actual: added.response?.status,
    })
    claim('RFC7643-4.2-04', after)
      .status(200)
      .holds(
        actual.every((id) => id === expected),
        { what: 'members', expected: `none but ${expected}`, actual },
      )
  },

  counterexample: ({ added, after, inner }) => ({
    added: answering(added, { status: 500 }),
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'Lærere' }] } }),
    inner,
  }),
})
