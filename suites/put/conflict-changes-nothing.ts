import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/conflict-changes-nothing',
  title: 'A PUT to a userName that another has is refused, nothing changed',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.12-01', 'RFC7644-3.12-21'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },

  async act({ given, mark, send }) {
    const [first, second] = [await given('User'), await given('User')]
    const before = await send(get(second.path))
    const body = { ...second.sent, userName: first.sent.userName ?? null, displayName: mark('endret') }
    const put = await send({ method: 'PUT', path: second.path, body })
    return { before, put, after: await send(get(second.path)) }
  },

  judge({ before, put, after }, claim) {
    const keyword = member(bodyOf(put), 'scimType')
    // AMB-037: table 9 has uniqueness as a detail of 400, table 8 has 409.
    claim('RFC7643-4.1.1-02', put).status(409, 400)
    claim('RFC7644-3.12-21', put).holds(keyword === undefined || keyword === 'uniqueness', {
      what: 'scimType',
      expected: 'uniqueness',
      actual: keyword,
    })
    for (const name of ['userName', 'displayName', 'emails'])
      claim('RFC7644-3.12-01', after).holds(...sameValue(before, after, name))
  },

  counterexample: ({ before, put, after }) => ({
    before,
    put: answering(put, { status: 500, body: { scimType: 'invalidValue' } }),
    after: answering(after, { body: { ...bodyOf(after), displayName: 'changed all the same' } }),
  }),
})
