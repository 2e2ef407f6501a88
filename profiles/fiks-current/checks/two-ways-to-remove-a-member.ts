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
  id: 'fiks-current/two-ways-to-remove-a-member',
  title: 'A value path and a list of values both remove just that member',
  proves: ['fiks/F-54'],
  needs: { features: ['patch'], resource: ['Group', 'User'] },
  breaks: 'Entra: sends a list of values; taken as "all", the group loses every member (AMB-063).',

  each: () => [
    { name: 'value-path', list: false },
    { name: 'list-of-values', list: true },
  ],

  async act({ given, send, of }) {
    const [first, second, third] = [await given('User'), await given('User'), await given('User')]
    const group = await given('Group', { members: [first, second, third].map(({ id }) => ({ value: id })) })
    const before = await send(get(group.path))
    const byPath = { op: 'remove', path: `members[value eq ${JSON.stringify(second.id)}]` }
    const byList = { op: 'remove', path: 'members', value: [{ value: second.id }] }
    const removed = await send(patch(group.path, of.list ? byList : byPath))
    return { created: group.created, before, removed, after: await send(get(group.path)) }
  },

  judge({ created, before, removed, after }, claim) {
    const [first = '', , third = ''] = ids(created.request.body)
    claim('fiks/F-54', removed).succeeds()
    claim('fiks/F-54', after)
      .status(200)
      .holds(...compare(before, after, [first, third]))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
