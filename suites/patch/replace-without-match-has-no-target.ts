import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'

/** What the addresses begin with, up to the first dot. */
const labels = (exchange: Exchange) =>
  elementsOf(bodyOf(exchange), 'emails')
    .map((email) => String(member(email, 'value')).split('.', 1)[0] ?? '')
    .sort()

export default defineCheck({
  id: 'patch/replace-without-match-has-no-target',
  title: 'PATCH replace by a value path without match answers noTarget',
  proves: ['RFC7644-3.5.2.3-09'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },

  async act({ given, send, mark }) {
    const mail = (label: string) => `${label}.${mark('m')}@scim-test.example`
    const user = await given('User', { emails: [{ value: mail('one'), type: 'work' }] })
    const path = 'emails[type eq "home"].value'
    const replaced = await send(patch(user.path, { op: 'replace', path, value: mail('two') }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const status = replaced.response?.status ?? 0
    const accepted = status === 200 || status === 204
    const created = accepted && sameJson(labels(after), ['one', 'two'])
    claim('RFC7644-3.5.2.3-09', replaced).holds(status === 400 || created, {
      what: 'status',
      expected: 400,
      actual: status,
      ...(created ? { reading: 'AMB-053/created' as const } : {}),
    })
    if (accepted) return
    const [expected, actual] = [['one'], labels(after)]
    claim('RFC7644-3.5.2.3-09', replaced).scimType('noTarget')
    claim('RFC7644-3.5.2.3-09', after).holds(sameJson(actual, expected), { what: 'emails', expected, actual })
  },

  counterexample: ({ replaced, after }) => ({
    replaced: answering(replaced, { status: 204, body: undefined }),
    after,
  }),
})
