import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** Condition, and which of the two users meet it: the first has a title, the second has none. */
const PROBES = [
  ['title pr', true, false],
  ['name pr', true, true],
  ['name.familyName pr', true, true],
  ['not (title pr)', false, true],
] as const

export default defineCheck({
  id: 'filter/pr-needs-a-value',
  title: 'pr matches where the attribute has a value and only there',
  proves: ['RFC7644-3.4.2.2-15'],
  needs: { features: ['filter'], resource: 'User', attributes: ['title', 'name.familyName'] },

  async act({ blocked, endpoint, eventually, given, send }) {
    const made = [await given('User', { title: 'Renholder' }), await given('User')]
    const users: Exchange[] = []
    const answers: Exchange[] = []
    for (const { id, path, sent } of made) {
      users.push(await send(get(path)))
      const own = `userName eq ${JSON.stringify(sent.userName)}`
      await eventually(get(endpoint('User'), { filter: own }), (list) => idsIn(list).includes(id))
      for (const [condition] of PROBES)
        answers.push(await send(get(endpoint('User'), { filter: `${own} and ${condition}` })))
    }
    const [first, second] = users.map(bodyOf)
    if (!first?.title || second?.title) blocked('the target did not keep title as it was sent')
    return { users, answers }
  },

  judge({ users, answers }, claim) {
    answers.forEach((answer, index) => {
      const who = Math.floor(index / PROBES.length)
      const [, ...hits] = PROBES[index % PROBES.length] as (typeof PROBES)[number]
      const stated = claim('RFC7644-3.4.2.2-15', answer).status(
        200,
        reading('AMB-074/operator-unsupported', 400),
      )
      if (answer.response?.status === 400) return
      const expected = hits[who] ? [bodyOf(users[who] as Exchange)?.id ?? null] : []
      stated.holds(sameJson(idsIn(answer), expected), { what: 'ids found', expected, actual: idsIn(answer) })
    })
  },

  counterexample: ({ users, answers }) => {
    const nobody = { schemas: [URN.listResponse], totalResults: 0 }
    return { users, answers: answers.map((answer) => answering(answer, { body: nobody })) }
  },
})
