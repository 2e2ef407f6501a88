import { createdId, defineCheck, idsIn, reading, unlessRefused } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { NOBODY } from './answers.part.ts'
import { askAbout, findable } from './findable.part.ts'

/** Condition, and whether an inactive user meets it. */
const PROBES = [
  { condition: 'active eq false', hit: true },
  { condition: 'active eq true', hit: false },
  { condition: 'not (active eq true)', hit: true },
  { condition: 'active ne true', hit: true },
] as const

export default defineCheck({
  id: 'filter/boolean-operand',
  title: 'active eq false finds an inactive user and active eq true not',
  proves: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-33'],
  needs: { features: ['filter'], resource: 'User', attributes: ['active'] },

  async act(act) {
    const { blocked, shared } = act
    const made = await shared('User', { active: false })
    if (made.body.active !== false) blocked('the target did not create the user inactive')
    const { list } = await findable(act, made)
    await unlessRefused(act, list)
    // AMBIGUOUS: AMB-031: filter/inactive-user-is-found says so where inactive users are hidden.
    if (!idsIn(list).includes(made.id)) blocked('the target lists no inactive users')
    return { user: made.created, answers: await askAbout(act, made, PROBES) }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(({ condition, hit }, index) => {
      const answer = answers[index] as Exchange
      const [expected, actual] = [hit ? [createdId(user)] : [], idsIn(answer)]
      for (const row of ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-33'] as const) {
        const stated = claim(row, answer).status(200, reading('AMB-074/operator-unsupported', 400))
        if (answer.response?.status === 400) continue
        stated.holds(sameJson(actual, expected), { what: `ids found by ${condition}`, expected, actual })
      }
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: NOBODY })),
  }),
})
