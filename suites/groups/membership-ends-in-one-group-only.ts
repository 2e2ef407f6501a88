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
  id: 'groups/membership-ends-in-one-group-only',
  title: 'Leaving one group leaves the membership in another',
  proves: ['RFC7644-3.5.2.2-04'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },

  async act({ given, send }) {
    const [mover, stayer] = [await given('User'), await given('User')]
    const members = [{ value: mover.id }, { value: stayer.id }]
    const [left, other] = [await given('Group', { members }), await given('Group', { members })]
    const before = await send(get(left.path))
    const path = `members[value eq ${JSON.stringify(mover.id)}]`
    const changed = await send(patch(left.path, { op: 'remove', path }))
    const [after, elsewhere] = [await send(get(left.path)), await send(get(other.path))]
    return { created: left.created, before, changed, after, elsewhere }
  },

  judge({ created, before, changed, after, elsewhere }, claim) {
    const members = ids(created.request.body)
    claim('RFC7644-3.5.2.2-04', changed).succeeds()
    claim('RFC7644-3.5.2.2-04', after).holds(...compare(before, after, members.slice(1)))
    claim('RFC7644-3.5.2.2-04', elsewhere).holds(...compare(before, elsewhere, members))
  },

  counterexample: ({ elsewhere, ...seen }) => ({
    ...seen,
    elsewhere: answering(elsewhere, { body: { ...bodyOf(elsewhere), members: [] } }),
  }),
})
