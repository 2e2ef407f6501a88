import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member, URN } from '#scim'
import { immutableTexts } from './immutable.part.ts'

export default defineCheck({
  id: 'put/immutable-value-is-kept',
  title: 'A PUT does not change an immutable value that is set',
  proves: ['RFC7643-7-30', 'RFC7644-3.5.1-10', 'RFC7644-3.5.1-11'],
  needs: { features: ['put'], resource: 'User' },

  each: (facts) => immutableTexts(facts),

  async act({ of, given, mark, send }) {
    const body = (value: string) =>
      of.urn === URN.user ? { [of.name]: value } : { [String(of.urn)]: { [of.name]: value } }
    const user = await given('User', body(mark('first')))
    const before = await send(get(user.path))
    const put = await send({
      method: 'PUT',
      path: user.path,
      body: { ...user.sent, ...body(mark('second')) },
    })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim, { of }) {
    const valueIn = (one: typeof after) =>
      member(of.urn === URN.user ? bodyOf(one) : member(bodyOf(one), String(of.urn)), of.name) ?? null
    const expected = valueIn(before)
    const detail = { expected, actual: valueIn(after), pointer: of.name }
    const ignored = [200, 204].map((status) => reading('AMB-047/ignored', status))
    claim('RFC7644-3.5.1-11', put).status(400, ...ignored)
    claim('RFC7644-3.5.1-10', after).holds(valueIn(after) === expected, detail)
    claim('RFC7643-7-30', after)
      .status(200)
      .holds(valueIn(after) === expected, detail)
  },

  counterexample: ({ before, put, after }, { of }) => {
    const container =
      of.urn === URN.user ? { [of.name]: 'second' } : { [String(of.urn)]: { [of.name]: 'second' } }
    return {
      before,
      put: answering(put, { status: 500 }),
      after: answering(after, { body: { ...bodyOf(after), ...container } }),
    }
  },
})
