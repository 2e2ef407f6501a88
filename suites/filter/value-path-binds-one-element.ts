import { bodyOf, defineCheck, elementsOf, get, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { findable } from './findable.part.ts'
import { finds, idOf } from './found.part.ts'

/** W and H stand for what the work and the home address contain; with whether the user is found. */
const PROBES = [
  ['emails[type eq "work" and value co W]', true],
  ['emails[type eq "home" and value co H]', true],
  ['emails[type eq "work" and value co H]', false],
  ['emails[type eq "home" and value co W]', false],
  ['emails[type eq "work"] and emails[value co H]', true],
  ['emails[type eq "other"]', false],
] as const

export default defineCheck({
  id: 'filter/value-path-binds-one-element',
  title: 'The conditions in attr[...] all apply to the same element',
  proves: ['RFC7644-3.4.2.2-28', 'RFC7644-3.4.2.2-29'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.type'] },

  async act(act) {
    const { blocked, given, person, send } = act
    const [work, home] = [person(), person()]
    const made = await given('User', {
      emails: [
        { value: work.email, type: 'work', primary: true },
        { value: home.email, type: 'home' },
      ],
    })
    const user = await send(get(made.path))
    if (elementsOf(bodyOf(user), 'emails').length !== 2) blocked('the target did not keep both emails')
    const { ask } = await findable(act, made)
    const answers: Exchange[] = []
    for (const [condition] of PROBES) {
      const filled = condition.replace(/\bW\b/, `"${work.key}"`).replace(/\bH\b/, `"${home.key}"`)
      answers.push(await send(ask(filled)))
    }
    return { user, answers }
  },

  judge({ user, answers }, claim) {
    for (const row of ['RFC7644-3.4.2.2-28', 'RFC7644-3.4.2.2-29'] as const) {
      PROBES.forEach(([, hit], index) => {
        // Value paths are optional in filters, so that a refusal is an answer; a wrong result is none.
        const answer = answers[index] as Exchange
        const stated = claim(row, answer).status(200, 400, reading('AMB-036/422', 422))
        if (answer.response?.status === 400 || answer.response?.status === 422) return
        finds(stated, answer, hit ? [idOf(user)] : [])
      })
    }
  },

  counterexample: ({ user, answers }) => {
    const crossed = listOf(bodyOf(user) ?? {})
    return { user, answers: answers.map((answer) => answering(answer, { body: crossed })) }
  },
})
