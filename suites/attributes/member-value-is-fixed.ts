import { bodyOf, defineCheck, get, memberIds, patch, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'attributes/member-value-is-fixed',
  title: 'The value of a member cannot be changed into another',
  proves: ['RFC7643-4.2-03'],
  needs: { features: ['patch'], resource: ['Group', 'User'], attributes: ['members.value'] },
  requests: () => 6,

  async act({ given, send, notOffered }) {
    const [old, other] = [await given('User'), await given('User')]
    const group = await given('Group', { members: [{ value: old.id }] })
    const before = await send(get(group.path))
    if (!memberIds(bodyOf(before)).includes(old.id)) notOffered('the target does not show the members')
    const path = `members[value eq ${JSON.stringify(old.id)}].value`
    const changed = await send(patch(group.path, { op: 'replace', path, value: other.id }))
    return { before, changed, after: await send(get(group.path)) }
  },

  judge({ before, changed, after }, claim) {
    const [expected, actual] = [memberIds(bodyOf(before)), memberIds(bodyOf(after))]
    const same = expected.join() === actual.join()
    const status = changed.response?.status ?? 0
    const taken = [200, 204].map((one) => reading('AMB-027/changed', one))
    const detail = { what: 'members', expected, actual }
    claim('RFC7643-4.2-03', changed).status(400, 403, 409, ...taken)
    // Whoever takes it puts one in the place of the other, and loses nobody.
    const swapped = status < 300 && actual.length === expected.length
    claim('RFC7643-4.2-03', after)
      .status(200)
      .holds(same || swapped, detail)
  },

  counterexample: ({ before, changed, after }) => [
    { before, changed: answering(changed, { status: 500 }), after },
    { before, changed, after: answering(after, { body: { ...bodyOf(after), members: [] } }) },
  ],
})
