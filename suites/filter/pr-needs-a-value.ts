import { defineCheck } from '#check'
import { answering, type Exchange } from '#scim'
import { NOBODY } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'
import { anybody } from './people.part.ts'

/** Condition, and which of the two users meet it: the first has a title, the second has none. */
const PROBES = [
  ['title pr', true, false],
  ['name pr', true, true],
  ['name.familyName pr', true, true],
  ['not (title pr)', false, true],
] as const

export default defineCheck({
  id: 'filter/pr-needs-a-value',
  title: 'pr matches where the attribute has a value and only there',
  proves: ['RFC7644-3.4.2.2-15'],
  needs: { features: ['filter'], resource: 'User', attributes: ['title', 'name.familyName'] },

  async act(act) {
    const made = [await act.shared('User', { title: 'Renholder' }), await anybody(act)]
    if (!made[0]?.body.title || made[1]?.body.title)
      act.blocked('the target did not keep title as it was sent')
    const answers: Exchange[] = []
    for (const [who, one] of made.entries()) {
      const asked = PROBES.map(([condition, ...hits]) => ({ condition, hit: hits[who] === true }))
      answers.push(...(await askAbout(act, one, asked)))
    }
    return { users: made.map(({ created }) => created), answers }
  },

  judge({ users, answers }, claim) {
    answers.forEach((answer, index) => {
      const who = Math.floor(index / PROBES.length)
      const [, ...hits] = PROBES[index % PROBES.length] as (typeof PROBES)[number]
      findsOrRefuses(claim('RFC7644-3.4.2.2-15', answer), answer, hits[who] ? [idOf(users[who])] : [])
    })
  },

  counterexample: ({ users, answers }) => ({
    users,
    answers: answers.map((answer) => answering(answer, { body: NOBODY })),
  }),
})
