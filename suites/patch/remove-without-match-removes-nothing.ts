import { bodyOf, defineCheck, elementsOf, get, patch, reading } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'

/** What the addresses begin with, up to the first dot. */
const labels = (exchange: Exchange) =>
  elementsOf(bodyOf(exchange), 'emails')
    .map((email) => String(member(email, 'value')).split('.', 1)[0] ?? '')
    .sort()

export default defineCheck({
  id: 'patch/remove-without-match-removes-nothing',
  title: 'PATCH remove by a filter without match removes nothing',
  proves: ['RFC7644-3.5.2.2-06'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },

  async act({ given, send, mark }) {
    const user = await given('User', {
      emails: [{ value: `one.${mark('m')}@scim-test.example`, type: 'work' }],
    })
    const removed = await send(patch(user.path, { op: 'remove', path: 'emails[type eq "home"]' }))
    return { removed, after: await send(get(user.path)) }
  },

  judge({ removed, after }, claim) {
    const [expected, actual] = [['one'], labels(after)]
    claim('RFC7644-3.5.2.2-06', removed).status(200, 204, reading('AMB-052/noTarget', 400))
    claim('RFC7644-3.5.2.2-06', after).holds(sameJson(actual, expected), { what: 'emails', expected, actual })
  },

  counterexample: ({ removed, after }) => ({
    removed,
    after: answering(after, { body: { ...bodyOf(after), emails: [] } }),
  }),
})
