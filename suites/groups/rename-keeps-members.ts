import { bodyOf, type Detail, defineCheck, elementsOf, get, patch, pointTo } from '#check'
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

const nameIn = ({ request }: Exchange) => String(pointTo(request.body, '/Operations/0/value'))

export default defineCheck({
  id: 'groups/rename-keeps-members',
  title: 'Renaming a group keeps its members and its id',
  proves: ['RFC7644-3.5.2.3-02', 'RFC7643-3.1-07'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send, mark }) {
    const users = [await given('User'), await given('User'), await given('User')]
    const refs = users.map(({ id }) => ({ value: id }))
    const group = await given('Group', { members: refs })
    const before = await send(get(group.path))
    const changed = await send(patch(group.path, { op: 'replace', path: 'displayName', value: mark('24-7') }))
    return { created: group.created, before, changed, after: await send(get(group.path)) }
  },

  judge({ created, before, changed, after }, claim) {
    const expected = ids(created.request.body)
    const [wanted, actual] = [nameIn(changed), bodyOf(after)?.displayName]
    claim('RFC7644-3.5.2.3-02', changed).succeeds()
    claim('RFC7644-3.5.2.3-02', after)
      .holds(String(actual).toLowerCase() === wanted.toLowerCase(), {
        expected: wanted,
        actual,
        pointer: '/displayName',
      })
      .holds(...compare(before, after, expected))
    claim('RFC7643-3.1-07', after).has('/id', bodyOf(before)?.id ?? null)
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), id: 'another', members: [] } }),
  }),
})
