import { bodyOf, type Detail, defineCheck, elementsOf, get, patch, reading } from '#check'
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
  id: 'groups/remove-stranger-changes-nothing',
  title: 'Removing somebody who is no member changes nothing',
  proves: ['RFC7644-3.5.2.2-10'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send }) {
    const users = [await given('User'), await given('User'), await given('User')]
    const refs = users.map(({ id }) => ({ value: id }))
    const group = await given('Group', { members: refs.slice(0, 2) })
    const before = await send(get(group.path))
    const changed = await send(
      patch(group.path, { op: 'remove', path: `members[value eq ${JSON.stringify(users[2]?.id)}]` }),
    )
    return { created: group.created, before, changed, after: await send(get(group.path)) }
  },

  judge({ created, before, changed, after }, claim) {
    const expected = ids(created.request.body)
    claim('RFC7644-3.5.2.2-10', changed).status(200, 204, reading('AMB-052/noTarget', 400))
    claim('RFC7644-3.5.2.2-10', after).holds(...compare(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
