import { bodyOf, defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { NOBODY } from './answers.part.ts'
import { findable } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

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
    const { blocked, given, send } = act
    const made = [await given('User', { title: 'Renholder' }), await given('User')]
    const users: Exchange[] = []
    const answers: Exchange[] = []
    for (const one of made) {
      users.push(await send(get(one.path)))
      const { ask } = await findable(act, one)
      for (const [condition] of PROBES) answers.push(await send(ask(condition)))
    }
    const [first, second] = users.map(bodyOf)
    if (!first?.title || second?.title) blocked('the target did not keep title as it was sent')
    return { users, answers }
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
