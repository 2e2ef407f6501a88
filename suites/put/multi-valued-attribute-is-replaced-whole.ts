import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'put/multi-valued-attribute-is-replaced-whole',
  title: 'A PUT replaces all e-mail addresses by those that it sends',
  proves: ['RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: 'User', attributes: ['emails.value', 'emails.type'] },

  async act({ given, person, send }) {
    const user = await given('User', {
      emails: [
        { value: person().email, type: 'work', primary: true },
        { value: person().email, type: 'home' },
      ],
    })
    const emails = [{ value: person().email, type: 'work', primary: true }]
    const put = await send({ method: 'PUT', path: user.path, body: { ...user.sent, emails } })
    return { put, before: user.created, after: await send(get(user.path)) }
  },

  judge({ put, after }, claim) {
    const valuesOf = (exchange: { body?: unknown }) =>
      elementsOf(exchange.body as never, 'emails').map((one) => String(member(one, 'value')).toLowerCase())
    const expected = valuesOf(put.request)
    const actual = valuesOf({ body: bodyOf(after) })
    const same = actual.length === expected.length && expected.every((value) => actual.includes(value))
    claim('RFC7644-3.5.1-04', put).succeeds()
    claim('RFC7644-3.5.1-04', after).status(200).holds(same, { expected, actual, pointer: '/emails' })
  },

  counterexample: ({ put, before, after }) => {
    const emails = [
      ...elementsOf(put.request.body as never, 'emails'),
      ...elementsOf(before.request.body as never, 'emails'),
    ]
    return { put, before, after: answering(after, { body: { ...bodyOf(after), emails } }) }
  },
})
