import { defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { NOBODY } from './answers.part.ts'
import { findable } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

/** W stands for what the address contains; with whether the user is found. */
const PROBES = [
  ['emails[type eq "work" and (value co W or value co "nobody")]', true],
  ['emails[type eq "home" and (value co W or value co "nobody")]', false],
  ['emails[type eq "home" or value co W]', true],
  ['emails[type eq "work" and not (value co W)]', false],
] as const

export default defineCheck({
  id: 'filter/value-path-takes-logic',
  title: 'attr[...] holds logical expressions',
  proves: ['RFC7644-3.4.2.2-31'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.type'] },

  async act(act) {
    const { given, person, send } = act
    const { email, key } = person()
    const made = await given('User', { emails: [{ value: email, type: 'work', primary: true }] })
    const { ask } = await findable(act, made)
    const answers: Exchange[] = []
    for (const [condition] of PROBES) answers.push(await send(ask(condition.replace(/\bW\b/, `"${key}"`))))
    return { user: await send(get(made.path)), answers }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(([, hit], index) => {
      const answer = answers[index] as Exchange
      findsOrRefuses(claim('RFC7644-3.4.2.2-31', answer), answer, hit ? [idOf(user)] : [])
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: NOBODY })),
  }),
})
