import { bodyOf, defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { findable } from './findable.part.ts'
import { findsOrRefuses, idOf } from './found.part.ts'

/** Value of meta.resourceType, and whether a user has it; resource type names are case-exact. */
const PROBES = [
  ['User', true],
  ['Group', false],
  ['uSER', false],
] as const

export default defineCheck({
  id: 'filter/by-resource-type',
  title: 'meta.resourceType filters by the exact name of the type',
  proves: ['RFC7643-3.1-20', 'RFC7644-3.4.2.2-34'],
  needs: { features: ['filter'], resource: 'User' },

  async act(act) {
    const { blocked, given, send } = act
    const made = await given('User')
    const { ask } = await findable(act, made)
    const user = await send(get(made.path))
    if (bodyOf(user)?.meta === undefined) blocked('the target shows no meta')
    const answers: Exchange[] = []
    for (const [name] of PROBES) answers.push(await send(ask(`meta.resourceType eq "${name}"`)))
    return { user, answers }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(([, hit], index) => {
      const answer = answers[index] as Exchange
      for (const row of ['RFC7643-3.1-20', 'RFC7644-3.4.2.2-34'] as const)
        findsOrRefuses(claim(row, answer), answer, hit ? [idOf(user)] : [])
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: listOf(bodyOf(user) ?? {}) })),
  }),
})
