import { bodyOf, createdId, defineCheck, optionalTexts } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'

/** Of a user that was sent with null for a text, or without it, and no phone numbers in an array. */
const probesOf = (text: string) => [
  { condition: `not (${text} pr)`, hit: true },
  { condition: `${text} pr`, hit: false },
  { condition: 'phoneNumbers pr', hit: false },
  { condition: 'emails pr', hit: true },
]
const HITS = probesOf('').map(({ hit }) => hit)

export default defineCheck({
  id: 'filter/pr-is-false-for-null-and-empty',
  title: 'pr does not match null and an empty array',
  proves: ['RFC7644-3.4.2.2-15', 'RFC7643-2.5-01'],
  needs: { features: ['filter'], resource: 'User', attributes: ['phoneNumbers', 'emails'] },

  async act(act) {
    if (act.draft('User').phoneNumbers) act.notOffered('the target demands phone numbers')
    const [text] = optionalTexts(act)
    // Who refuses null is blamed for it elsewhere; the empty array can be tried all the same.
    const made = await act
      .shared('User', { [text]: null, phoneNumbers: [] })
      .catch(() => act.shared('User', { phoneNumbers: [] }))
    return { user: made.created, answers: await askAbout(act, made, probesOf(text)) }
  },

  judge({ user, answers }, claim) {
    HITS.forEach((hit, index) => {
      const answer = answers[index] as Exchange
      for (const row of ['RFC7644-3.4.2.2-15', 'RFC7643-2.5-01'] as const)
        findsOrRefuses(claim(row, answer), answer, hit ? [createdId(user)] : [])
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: listOf(bodyOf(user) ?? {}) })),
  }),
})
