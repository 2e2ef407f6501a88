import { bodyOf, defineCheck } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

/** Of a user that was sent with `title` null and no phone numbers in an array. */
const PROBES = [
  { condition: 'not (title pr)', hit: true },
  { condition: 'title pr', hit: false },
  { condition: 'phoneNumbers pr', hit: false },
  { condition: 'emails pr', hit: true },
] as const

export default defineCheck({
  id: 'filter/pr-is-false-for-null-and-empty',
  title: 'pr does not match null and an empty array',
  proves: ['RFC7644-3.4.2.2-15', 'RFC7643-2.5-01'],
  needs: { features: ['filter'], resource: 'User', attributes: ['title', 'phoneNumbers', 'emails'] },

  async act(act) {
    const made = await act.shared('User', { title: null, phoneNumbers: [] })
    return { user: made.created, answers: await askAbout(act, made, PROBES) }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(({ hit }, index) => {
      const answer = answers[index] as Exchange
      for (const row of ['RFC7644-3.4.2.2-15', 'RFC7643-2.5-01'] as const)
        findsOrRefuses(claim(row, answer), answer, hit ? [idOf(user)] : [])
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: listOf(bodyOf(user) ?? {}) })),
  }),
})
