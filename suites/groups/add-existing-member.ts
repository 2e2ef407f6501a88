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
  id: 'groups/add-existing-member',
  title: 'Adding a member that the group has succeeds and adds none',
  proves: ['RFC7644-3.5.2.1-11', 'RFC7644-3.5.2.1-10'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send }) {
    const users = [await given('User'), await given('User'), await given('User')]
    const refs = users.map(({ id }) => ({ value: id }))
    const group = await given('Group', { members: refs })
    const before = await send(get(group.path))
    const changed = await send(patch(group.path, { op: 'add', path: 'members', value: refs.slice(0, 1) }))
    return { created: group.created, before, changed, after: await send(get(group.path)) }
  },

  judge({ created, before, changed, after }, claim) {
    const expected = ids(created.request.body)
    claim('RFC7644-3.5.2.1-11', changed).succeeds()
    claim('RFC7644-3.5.2.1-10', after).holds(...compare(before, after, expected))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    changed: answering(seen.changed, { status: 409 }),
    after: answering(after, {
      body: { ...bodyOf(after), members: [...elementsOf(bodyOf(after), 'members'), { value: 'x' }] },
    }),
  }),
})
