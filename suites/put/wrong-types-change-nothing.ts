import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member } from '#scim'
import { published } from './cases.part.ts'

export default defineCheck({
  id: 'put/wrong-types-change-nothing',
  title: 'A PUT with a value of the wrong type is refused, nothing changed',
  proves: ['RFC7643-2.3-02', 'RFC7644-3.12-01', 'RFC7644-3.12-10'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },

  each: (facts) =>
    published(facts, [
      { name: 'active', wrong: 'perhaps' },
      { name: 'name', wrong: 'Kari Nordmann' },
      { name: 'emails', wrong: 'kari@scim-test.example' },
      { name: 'title', wrong: { text: 'Sykepleier' } },
    ]),

  async act({ of, given, mark, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const body = { ...user.sent, displayName: mark('endret'), [of.name]: of.wrong ?? null }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim, { of }) {
    const refused = (put.response?.status ?? 0) >= 400
    const stored = member(bodyOf(after), of.name)
    claim('RFC7644-3.12-10', put).status(400, reading('AMB-036/422', 422))
    claim('RFC7643-2.3-02', after).holds(
      stored === undefined || stored === null || typeof stored !== typeof of.wrong,
      {
        expected: 'a value of the published type',
        actual: stored,
        pointer: `/${of.name}`,
      },
    )
    const expected = member(bodyOf(before), 'displayName') ?? null
    const actual = member(bodyOf(after), 'displayName')
    claim('RFC7644-3.12-01', after)
      .status(200)
      .holds(!refused || actual === expected, { expected, actual, pointer: '/displayName' })
  },

  counterexample: ({ before, put, after }, { of }) => ({
    before,
    put: answering(put, { status: 500 }),
    after: answering(after, { body: { ...bodyOf(after), displayName: 'x', [of.name]: of.wrong ?? null } }),
  }),
})
