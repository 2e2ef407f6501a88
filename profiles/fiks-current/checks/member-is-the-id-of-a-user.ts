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
    claim('fiks/F-52', after).holds(...compare(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'kari.nordmann' }] } }),
  }),
})
