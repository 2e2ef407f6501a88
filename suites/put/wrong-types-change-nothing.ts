import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, type JsonObject, member } from '#scim'
import { published } from './cases.part.ts'

const WRONG = [
  { name: 'active', wrong: 'perhaps' },
  { name: 'name', wrong: 'Kari Nordmann' },
  { name: 'emails', wrong: 'kari@scim-test.example' },
  { name: 'title', wrong: { text: 'Sykepleier' } },
]

const wrongIn = (body: unknown) =>
  WRONG.find(({ name, wrong }) => JSON.stringify(member(body as never, name)) === JSON.stringify(wrong))

export default defineCheck({
  id: 'put/wrong-types-change-nothing',
  title: 'A PUT with a value of the wrong type is refused, nothing changed',
  proves: ['RFC7643-2.3-02', 'RFC7644-3.12-01', 'RFC7644-3.12-10'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },
  breaks: 'Errors with an effect: the provider tries again and the data have changed (incident family D5)',

  async act({ facts, given, mark, send, blocked }) {
    const user = await given('User')
    const cases = published(facts, WRONG)
    if (cases.length === 0) blocked('the target describes none of the attributes that could be wrong')
    // Each PUT has the read before it and the one after it: what one changed is not held against the next.
    const reads = [await send(get(user.path))]
    const puts = []
    for (const { name, wrong } of cases) {
      const body: JsonObject = { ...user.sent, displayName: mark('endret'), [name]: wrong }
      puts.push(await send({ method: 'PUT', path: user.path, body }))
      reads.push(await send(get(user.path)))
    }
    return { reads, puts }
  },

  judge({ reads, puts }, claim) {
    for (const [index, put] of puts.entries()) {
      const [before, after] = [reads[index], reads[index + 1]]
      const { name, wrong } = wrongIn(put.request.body) ?? { name: 'active', wrong: '' }
      if (!before || !after) continue
      const refused = (put.response?.status ?? 0) >= 400
      const stored = member(bodyOf(after), name)
      claim('RFC7644-3.12-10', put).status(400, reading('AMB-036/422', 422))
      claim('RFC7643-2.3-02', after).holds(
        stored === undefined || stored === null || typeof stored !== typeof wrong,
        { expected: 'a value of the published type', actual: stored, pointer: `/${name}` },
      )
      const expected = member(bodyOf(before), 'displayName') ?? null
      const actual = member(bodyOf(after), 'displayName')
      claim('RFC7644-3.12-01', after)
        .status(200)
        .holds(!refused || actual === expected, { expected, actual, pointer: '/displayName' })
    }
  },

  counterexample: ({ reads, puts }) => {
    const [put, ...others] = puts
    const [before, after, ...later] = reads
    if (!put || !before || !after) return { reads, puts }
    const { name, wrong } = wrongIn(put.request.body) ?? { name: 'active', wrong: '' }
    const spoilt = answering(after, { body: { ...bodyOf(after), displayName: 'x', [name]: wrong } })
    return { reads: [before, spoilt, ...later], puts: [answering(put, { status: 500 }), ...others] }
  },
})
