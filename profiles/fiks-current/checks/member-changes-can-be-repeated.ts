import { type Detail, defineCheck, elementsOf, get, patch, reading } from '#check'
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
  id: 'fiks-current/member-changes-can-be-repeated',
  title: 'Adding a member again and removing a stranger succeed',
  proves: ['fiks/F-55'],
  needs: { features: ['patch'], resource: ['Group', 'User'] },

  async act({ given, send }) {
    const [inside, outside] = [await given('User'), await given('User')]
    const value = [{ value: inside.id }]
    const group = await given('Group', { members: value })
    const before = await send(get(group.path))
    const added = await send(patch(group.path, { op: 'add', path: 'members', value }))
    const path = `members[value eq ${JSON.stringify(outside.id)}]`
    const removed = await send(patch(group.path, { op: 'remove', path }))
    return { created: group.created, before, added, removed, after: await send(get(group.path)) }
  },

  judge({ created, before, added, removed, after }, claim) {
    claim('fiks/F-55', added).succeeds()
    claim('fiks/F-55', removed).status(200, 204, reading('AMB-052/noTarget', 400))
    claim('fiks/F-55', after).holds(...compare(before, after, ids(created.request.body)))
  },

  counterexample: ({ added, ...seen }) => ({ ...seen, added: answering(added, { status: 409 }) }),
})
