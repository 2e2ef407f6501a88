import { createdId, defineCheck, isUnassigned, optionalTexts } from '#check'
import { answering, type Exchange } from '#scim'
import { NOBODY } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'
import { anybody } from './people.part.ts'

/** Condition, and which of the two users meet it: the first has a text, the title say, the second has none. */
const probesOf = (text: string) =>
  [
    [`${text} pr`, true, false],
    ['name pr', true, true],
    ['name.familyName pr', true, true],
    [`not (${text} pr)`, false, true],
  ] as const
const HITS = probesOf('').map(([, ...hits]) => hits)

export default defineCheck({
  id: 'filter/pr-needs-a-value',
  title: 'pr matches where the attribute has a value and only there',
  proves: ['RFC7644-3.4.2.2-15'],
  needs: { features: ['filter'], resource: 'User', attributes: ['name.familyName'] },

  async act(act) {
    const none = await anybody(act)
    const text = optionalTexts(act).find((one) => isUnassigned(none.body[one]))
    if (!text) return act.notOffered('the target gives a title to who has none')
    const made = [await act.shared('User', { [text]: 'Renholder' }), none]
    if (!made[0]?.body[text]) act.blocked(`the target did not keep ${text} as it was sent`)
    const answers: Exchange[] = []
    for (const [who, one] of made.entries()) {
      const asked = probesOf(text).map(([condition, ...hits]) => ({ condition, hit: hits[who] === true }))
      answers.push(...(await askAbout(act, one, asked)))
    }
    return { users: made.map(({ created }) => created), answers }
  },

  judge({ users, answers }, claim) {
    answers.forEach((answer, index) => {
      const who = Math.floor(index / HITS.length)
      const hits = HITS[index % HITS.length] as (typeof HITS)[number]
      findsOrRefuses(claim('RFC7644-3.4.2.2-15', answer), answer, hits[who] ? [createdId(users[who])] : [])
    })
  },

  counterexample: ({ users, answers }) => ({
    users,
    answers: answers.map((answer) => answering(answer, { body: NOBODY })),
  }),
})
