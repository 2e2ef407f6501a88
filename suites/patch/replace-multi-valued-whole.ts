import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'

/** What the addresses begin with, up to the first dot. */
const labels = (exchange: Exchange) =>
  elementsOf(bodyOf(exchange), 'emails')
    .map((email) => String(member(email, 'value')).split('.', 1)[0] ?? '')
    .sort()

export default defineCheck({
  id: 'patch/replace-multi-valued-whole',
  title: 'PATCH replace of a multi-valued attribute replaces all its values',
  proves: ['RFC7644-3.5.2.3-03'],
  needs: { features: ['patch'], resource: 'User', attributes: ['emails'] },

  async act({ given, send, mark }) {
    const mail = (label: string, type: string) => ({
      value: `${label}.${mark('m')}@scim-test.example`,
      type,
    })
    const user = await given('User', { emails: [mail('one', 'work'), mail('two', 'home')] })
    const value = [mail('three', 'work')]
    const replaced = await send(patch(user.path, { op: 'replace', path: 'emails', value }))
    return { replaced, after: await send(get(user.path)) }
  },

  judge({ replaced, after }, claim) {
    const [expected, actual] = [['three'], labels(after)]
    claim('RFC7644-3.5.2.3-03', replaced).succeeds()
    claim('RFC7644-3.5.2.3-03', after).holds(sameJson(actual, expected), { what: 'emails', expected, actual })
  },

  counterexample: ({ replaced, after }) => {
    const emails = [
      ...elementsOf(bodyOf(after), 'emails'),
      { value: 'one.x@scim-test.example', type: 'work' },
    ]
    return { replaced, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
