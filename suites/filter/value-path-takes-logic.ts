import { createdId, defineCheck, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { NOBODY } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { finds } from './found.part.ts'
import { withTwoAddresses } from './people.part.ts'

/** W stands for what the address at work contains; with whether the user is found. */
const PROBES = [
  ['emails[type eq "work" and (value co W or value co "nobody")]', true],
  ['emails[type eq "home" and (value co W or value co "nobody")]', false],
  ['emails[type eq "other" or value co W]', true],
  ['emails[type eq "work" and not (value co W)]', false],
] as const

export default defineCheck({
  id: 'filter/value-path-takes-logic',
  title: 'attr[...] holds logical expressions',
  proves: ['RFC7644-3.4.2.2-31'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.type'] },

  async act(act) {
    const { made, starts } = await withTwoAddresses(act)
    const probes = PROBES.map(([condition, hit]) => ({
      condition: condition.replace(/\bW\b/, `"${starts.work}"`),
      hit,
    }))
    return { user: made.created, answers: await askAbout(act, made, probes) }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(([, hit], index) => {
      const answer = answers[index] as Exchange
      // Value paths are optional in filters, and so is logic in them.
      const refused = [reading('AMB-073/logic-refused', 400), reading('AMB-036/422', 422)]
      const stated = claim('RFC7644-3.4.2.2-31', answer).status(200, ...refused)
      if (answer.response?.status === 200) finds(stated, answer, hit ? [createdId(user)] : [])
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: NOBODY })),
  }),
})
