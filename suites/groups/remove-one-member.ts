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
  id: 'groups/remove-one-member',
  title: 'Removing one of three members removes exactly that one',
  proves: ['RFC7644-3.5.2.2-04'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  breaks: 'Okta, and Entra in its newer dialect: misread, it empties the group or leaves access (family A1).',

  async act({ given, send }) {
    const users = [await given('User'), await given('User'), await given('User')]
    const refs = users.map(({ id }) => ({ value: id }))
    const group = await given('Group', { members: refs })
    const before = await send(get(group.path))
    const changed = await send(
      patch(group.path, { op: 'remove', path: `members[value eq ${JSON.stringify(users[1]?.id)}]` }),
    )
    return { created: group.created, before, changed, after: await send(get(group.path)) }
  },

  judge({ created, before, changed, after }, claim) {
    const [first = '', , third = ''] = ids(created.request.body)
    claim('RFC7644-3.5.2.2-04', changed).succeeds()
    claim('RFC7644-3.5.2.2-04', after).holds(...compare(before, after, [first, third]))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
