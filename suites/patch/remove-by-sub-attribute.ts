import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'

/** What the addresses begin with, up to the first dot. */
const labels = (exchange: Exchange) =>
  elementsOf(bodyOf(exchange), 'emails')
    .map((email) => String(member(email, 'value')).split('.', 1)[0] ?? '')
    .sort()

export default defineCheck({
  id: 'patch/remove-by-sub-attribute',
  title: 'PATCH remove by a filter on type removes just what matches',
  proves: ['RFC7644-3.5.2.2-06'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },

  async act({ given, send, mark }) {
    const mail = (label: string, type: string) => ({
      value: `${label}.${mark('m')}@scim-test.example`,
      type,
    })
    const two = mail('two', 'home')
    const user = await given('User', { emails: [mail('one', 'work'), two, mail('three', 'other')] })
    const path = 'emails[type eq "home"]'
    const before = await send(get(user.path))
    const removed = await send(patch(user.path, { op: 'remove', path }))
    return { before, removed, after: await send(get(user.path)) }
  },

  judge({ before, removed, after }, claim) {
    const [expected, actual] = [labels(before).filter((label) => label !== 'two'), labels(after)]
    claim('RFC7644-3.5.2.2-06', removed).succeeds()
    claim('RFC7644-3.5.2.2-06', after).holds(sameJson(actual, expected), { what: 'emails', expected, actual })
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), emails: [] } }),
  }),
})
