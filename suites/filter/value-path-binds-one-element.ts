import { bodyOf, createdId, defineCheck, elementsOf, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { finds } from './found.part.ts'
import { withTwoAddresses } from './people.part.ts'

/** W and H stand for what the work address, which is the primary one, and the home address contain. */
const PROBES = [
  ['emails[type eq "work" and value co W]', true],
  ['emails[type eq "home" and value co H]', true],
  ['emails[type eq "work" and value co H]', false],
  ['emails[type eq "home" and value co W]', false],
  ['emails[primary eq true and value co H]', false],
  ['not (emails[type eq "home" and value co W])', true],
  ['emails[type eq "work"] and emails[value co H]', true],
  ['emails[type eq "other"]', false],
] as const

export default defineCheck({
  id: 'filter/value-path-binds-one-element',
  title: 'The conditions in attr[...] all apply to the same element',
  proves: ['RFC7644-3.4.2.2-28', 'RFC7644-3.4.2.2-29'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.type'] },

  async act(act) {
    const { made, starts } = await withTwoAddresses(act)
    if (elementsOf(made.body, 'emails').length < 2) act.blocked('the target did not keep both emails')
    const probes = PROBES.map(([condition, hit]) => ({
      condition: condition.replace(/\bW\b/, `"${starts.work}"`).replace(/\bH\b/, `"${starts.home}"`),
      hit,
    }))
    return { user: made.created, answers: await askAbout(act, made, probes) }
  },

  judge({ user, answers }, claim) {
    for (const row of ['RFC7644-3.4.2.2-28', 'RFC7644-3.4.2.2-29'] as const) {
      PROBES.forEach(([, hit], index) => {
        // Value paths are optional in filters, so that a refusal is an answer; a wrong result is none.
        const answer = answers[index] as Exchange
        const stated = claim(row, answer).status(200, 400, reading('AMB-036/422', 422))
        if (answer.response?.status === 400 || answer.response?.status === 422) return
        finds(stated, answer, hit ? [createdId(user)] : [])
      })
    }
  },

  counterexample: ({ user, answers }) => {
    const crossed = listOf(bodyOf(user) ?? {})
    return { user, answers: answers.map((answer) => answering(answer, { body: crossed })) }
  },
})
