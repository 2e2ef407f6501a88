import { defineCheck, extensionIntegers, idsIn } from '#check'
import { answering, sameJson } from '#scim'
import { firstIds, listIn } from './orders.part.ts'
import { sharedSet, type UserSet } from './set.part.ts'

/** In the order of creation. As texts, 10 comes before 9. */
const NUMBERS = [10, 9, 11]
const IN_ORDER = [1, 0, 2]

export default defineCheck({
  id: 'sort/numbers-as-numbers',
  title: 'An integer of an extension sorts as a number',
  proves: ['RFC7644-3.4.2.3-10', 'RFC7644-3.10-03'],
  needs: { features: ['filter', 'sort'], resource: 'User' },

  each: (facts) => extensionIntegers(facts).slice(0, 1),

  async act(act) {
    const { urn, attribute } = act.of
    const members = NUMBERS.map((n) => ({ name: String(n), own: () => ({ [urn]: { [attribute]: n } }) }))
    const set: UserSet = { id: 'tall', members }
    const { users, ask } = await sharedSet(act, set).catch((error) => {
      // It may set limits that no schema tells of.
      if (error?.exchange?.response?.status === 400) act.notOffered('the target refuses the number')
      throw error
    })
    return { users, list: await ask({ sortBy: `${urn}:${attribute}` }) }
  },

  judge({ users, list }, claim) {
    const [expected, actual] = [firstIds(users, IN_ORDER, list), idsIn(list)]
    for (const row of ['RFC7644-3.4.2.3-10', 'RFC7644-3.10-03'] as const)
      claim(row, list)
        .status(200)
        .holds(sameJson(actual, expected), { what: 'ids in order', expected, actual })
  },

  counterexample: ({ users, list }) => ({
    users,
    list: answering(list, { body: listIn(users, [0, 2, 1]) }),
  }),
})
