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
  id: 'groups/remove-last-member',
  title: 'Removing the last member leaves a group without members',
  proves: ['RFC7644-3.5.2.2-05'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send }) {
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const before = await send(get(group.path))
    const changed = await send(
      patch(group.path, { op: 'remove', path: `members[value eq ${JSON.stringify(user.id)}]` }),
    )
    return { created: group.created, before, changed, after: await send(get(group.path)) }
  },

  judge({ before, changed, after }, claim) {
    claim('RFC7644-3.5.2.2-05', changed).succeeds()
    claim('RFC7644-3.5.2.2-05', after)
      .status(200)
      .holds(...compare(before, after, []))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [{ value: 'x' }] } }),
  }),
})
