import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'

/** What the addresses begin with, up to the first dot. */
const labels = (exchange: Exchange) =>
  elementsOf(bodyOf(exchange), 'emails')
    .map((email) => String(member(email, 'value')).split('.', 1)[0] ?? '')
    .sort()

export default defineCheck({
  id: 'patch/replace-by-value-path',
  title: 'PATCH replace by value path replaces the matching element alone',
  proves: ['RFC7644-3.5.2.3-07'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails.type'] },
  breaks: 'Entra: addresses e-mail addresses and phone numbers by their type.',

  async act({ given, send, mark }) {
    const mail = (label: string, type: string) => ({
      value: `${label}.${mark('m')}@scim-test.example`,
      type,
      primary: type === 'work',
    })
    const user = await given('User', { emails: [mail('one', 'work'), mail('two', 'home')] })
    // All sub-attributes are sent, so that merging and replacing come to the same (AMB-056).
    const value = mail('three', 'work')
    const replaced = await send(patch(user.path, { op: 'replace', path: 'emails[type eq "work"]', value }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const [expected, actual] = [['three', 'two'], labels(after)]
    claim('RFC7644-3.5.2.3-07', replaced).succeeds()
    claim('RFC7644-3.5.2.3-07', after).holds(sameJson(actual, expected), { what: 'emails', expected, actual })
  },

  counterexample: ({ replaced, after }) => {
    const emails = [{ value: 'three.x@scim-test.example', type: 'work', primary: true }]
    return { replaced, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
