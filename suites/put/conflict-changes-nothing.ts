import { bodyOf, defineCheck, get } from '#check'
import { answering, member } from '#scim'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/conflict-changes-nothing',
  title: 'A PUT to a userName that another has is refused, nothing changed',
  proves: ['RFC7643-4.1.1-02', 'RFC7644-3.12-01', 'RFC7644-3.12-21'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },
  breaks:
    'Tale: a write under a taken name renamed the one who had it (tale-project/tale#2036). Cost: wrong access.',

  async act({ given, mark, send }) {
    const [first, second] = [await given('User'), await given('User')]
    const [other, before] = [await send(get(first.path)), await send(get(second.path))]
    const body = { ...second.sent, userName: first.sent.userName ?? null, displayName: mark('endret') }
    const put = await send({ method: 'PUT', path: second.path, body })
    const after = await send(get(second.path))
    return { other, before, put, after, owner: await send(get(first.path)) }
  },

  judge({ other, before, put, after, owner }, claim) {
    const keyword = member(bodyOf(put), 'scimType')
    // AMB-037: table 9 has uniqueness as a detail of 400, table 8 has 409.
    claim('RFC7643-4.1.1-02', put).status(409, 400)
    claim('RFC7644-3.12-21', put).holds(keyword === undefined || keyword === 'uniqueness', {
      what: 'scimType',
      expected: 'uniqueness',
      actual: keyword,
    })
    // A write that was refused is none: not even the dates and the version may move.
    for (const name of ['id', 'userName', 'displayName', 'emails', 'externalId', 'active', 'meta']) {
      claim('RFC7644-3.12-01', after).holds(...sameValue(before, after, name))
      claim('RFC7643-4.1.1-02', owner).holds(...sameValue(other, owner, name))
    }
  },

  counterexample: ({ other, before, put, after, owner }) => ({
    other,
    before,
    owner,
    put: answering(put, { status: 500, body: { scimType: 'invalidValue' } }),
    after: answering(after, { body: { ...bodyOf(after), displayName: 'changed all the same' } }),
  }),
})
