import { bodyOf, defineCheck, elementsOf, get, patch } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'

// Without letters: a server may give back another case (RFC7643-7-25).
const NEW = '24-7'

/** What the addresses begin with, up to the first dot. */
const labels = (exchange: Exchange) =>
  elementsOf(bodyOf(exchange), 'emails')
    .map((email) => String(member(email, 'value')).split('.', 1)[0] ?? '')
    .sort()

export default defineCheck({
  id: 'patch/add-without-path',
  title: 'PATCH add without a path adds the attributes of its value',
  proves: ['RFC7644-3.5.2.1-03', 'RFC7644-3.5.2-07'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'emails.type'] },

  async act({ given, send, mark }) {
    const mail = (label: string, type: string) => ({
      value: `${label}.${mark('m')}@scim-test.example`,
      type,
    })
    const user = await given('User', { emails: [mail('one', 'work')] })
    const value = { title: NEW, emails: [mail('two', 'home')] }
    const added = await send(patch(user.path, { op: 'add', value }))
    return { added, after: await send(get(user.path)) }
  },

  judge({ added, after }, claim) {
    const [expected, actual] = [['one', 'two'], labels(after)]
    claim('RFC7644-3.5.2-07', added).succeeds()
    claim('RFC7644-3.5.2.1-03', after)
      .has('/title', NEW)
      .holds(sameJson(actual, expected), { what: 'emails', expected, actual })
  },

  counterexample: ({ added, after }) => [
    { added: answering(added, { status: 400 }), after },
    { added, after: answering(after, { body: { ...bodyOf(after), title: null } }) },
  ],
})
