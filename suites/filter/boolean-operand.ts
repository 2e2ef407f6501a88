import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { NOBODY } from './answers.part.ts'
import { findable } from './findable.part.ts'
import { idOf } from './found.part.ts'

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

  async act(act) {
    const { blocked, given, send } = act
    const made = await given('User', { active: false })
    const user = await send(get(made.path))
    if (bodyOf(user)?.active !== false) blocked('the target did not create the user inactive')
    const { list, ask } = await findable(act, made)
    // AMBIGUOUS: AMB-031: filter/inactive-user-is-found says so where inactive users are hidden.
    if (!idsIn(list).includes(made.id)) blocked('the target lists no inactive users')
    const answers: Exchange[] = []
    for (const [condition] of PROBES) answers.push(await send(ask(condition)))
    return { user, answers }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(([condition, hit], index) => {
      const answer = answers[index] as Exchange
      const [expected, actual] = [hit ? [idOf(user)] : [], idsIn(answer)]
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
