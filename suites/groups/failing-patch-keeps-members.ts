import { bodyOf, type Detail, defineCheck, elementsOf, get, patch } from '#check'
import { answering, type Exchange, isObject, type Json, member, sameJson } from '#scim'

const ids = (resource: Json | undefined) =>
  elementsOf(isObject(resource) ? resource : undefined, 'members').map((one) => String(member(one, 'value')))

/** Are the members those expected? A target need not show members at all (AMB-026). */
function compare(before: Exchange, after: Exchange, expected: string[]): [boolean, Detail] {
  const actual = ids(after.response?.body).sort()
  const detail = { what: 'members', expected: expected.sort(), actual }
  const hidden = ids(before.response?.body).length === 0
  return hidden
    ? [true, { ...detail, reading: 'AMB-026/members-absent' }]
    : [sameJson(actual, detail.expected), detail]
}

export default defineCheck({
  id: 'groups/failing-patch-keeps-members',
  title: 'PATCH of a group that fails leaves its members alone',
  proves: ['RFC7644-3.5.2-22', 'RFC7644-3.5.2-21'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send }) {
    const users = [await given('User'), await given('User'), await given('User')]
    const refs = users.map(({ id }) => ({ value: id }))
    const group = await given('Group', { members: refs })
    const before = await send(get(group.path))
    const changed = await send(patch(group.path, { op: 'remove', path: 'members' }, { op: 'remove' }))
    return { created: group.created, before, changed, after: await send(get(group.path)) }
  },

  judge({ created, before, changed, after }, claim) {
    const { status = 0 } = changed.response ?? {}
    claim('RFC7644-3.5.2-22', changed).holds(status >= 400 && status < 500, {
      what: 'status',
      expected: '4xx',
      actual: status,
    })
    claim('RFC7644-3.5.2-21', after).holds(...compare(before, after, ids(created.request.body)))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    changed: answering(seen.changed, { status: 204, body: undefined }),
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
