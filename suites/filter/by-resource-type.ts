import { bodyOf, createdId, defineCheck } from '#check'
import { answering, type Exchange } from '#scim'
import { listOf } from './answers.part.ts'
import { askAbout } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'
import { anybody } from './people.part.ts'

/** A condition, and whether a user meets it; resource type names are case-exact. */
const PROBES = [
  { condition: 'meta.resourceType eq "User"', hit: true },
  { condition: 'meta.resourceType eq "Group"', hit: false },
  { condition: 'meta.resourceType eq "uSER"', hit: false },
] as const

export default defineCheck({
  id: 'filter/by-resource-type',
  title: 'meta.resourceType filters by the exact name of the type',
  proves: ['RFC7643-3.1-20', 'RFC7644-3.4.2.2-34'],
  needs: { features: ['filter'], resource: 'User' },

  async act(act) {
    const made = await anybody(act)
    if (made.body.meta === undefined) act.blocked('the target shows no meta')
    return { user: made.created, answers: await askAbout(act, made, PROBES) }
  },

  judge({ user, answers }, claim) {
    PROBES.forEach(({ hit }, index) => {
      const answer = answers[index] as Exchange
      for (const row of ['RFC7643-3.1-20', 'RFC7644-3.4.2.2-34'] as const)
        findsOrRefuses(claim(row, answer), answer, hit ? [createdId(user)] : [])
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: listOf(bodyOf(user) ?? {}) })),
  }),
})
