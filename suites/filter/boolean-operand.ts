import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** Condition, and whether an inactive user meets it. */
const PROBES = [
  ['active eq false', true],
  ['active eq true', false],
  ['not (active eq true)', true],
  ['active ne true', true],
] as const

export default defineCheck({
  id: 'filter/boolean-operand',
  title: 'active eq false finds an inactive user and active eq true not',
  proves: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-33'],
  needs: { features: ['filter'], resource: 'User', attributes: ['active'] },

  async act({ blocked, endpoint, eventually, given, send }) {
    const { id, path, sent } = await given('User', { active: false })
    const user = await send(get(path))
    if (bodyOf(user)?.active !== false) blocked('the target did not create the user inactive')
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    const ask = (filter: string) => get(endpoint('User'), { filter })
    const seen = await eventually(ask(own), (list) => idsIn(list).includes(id))
    // AMBIGUOUS: AMB-031: filter/inactive-user-is-found says so where inactive users are hidden.
    if (!idsIn(seen).includes(id)) blocked('the target lists no inactive users')
    const answers: Exchange[] = []
    for (const [condition] of PROBES) answers.push(await send(ask(`${own} and ${condition}`)))
    return { user, answers }
  },

  judge({ user, answers }, claim) {
    const id = bodyOf(user)?.id ?? null
    PROBES.forEach(([condition, hit], index) => {
      const answer = answers[index] as Exchange
      const [expected, actual] = [hit ? [id] : [], idsIn(answer)]
      for (const row of ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-33'] as const) {
        const stated = claim(row, answer).status(200, reading('AMB-074/operator-unsupported', 400))
        if (answer.response?.status === 400) continue
        stated.holds(sameJson(actual, expected), { what: `ids found by ${condition}`, expected, actual })
      }
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: { schemas: [URN.listResponse], totalResults: 0 } })),
  }),
})
