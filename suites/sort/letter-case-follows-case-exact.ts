import { defineCheck, idsIn } from '#check'
import { answering, sameJson, URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'
import { firstIds, listIn } from './orders.part.ts'
import { sharedSet, type UserSet } from './set.part.ts'

/** Part of userName, in the order of creation. */
const LETTERS: UserSet = { id: 'bokstaver', members: [{ name: 'b' }, { name: 'A' }, { name: 'C' }] }
const IGNORING_CASE = [1, 0, 2]
const CAPITALS_FIRST = [1, 2, 0]

export default defineCheck({
  id: 'sort/letter-case-follows-case-exact',
  title: 'Sorting by userName ignores letter case',
  proves: ['RFC7644-3.4.2.3-10'],
  needs: { features: ['filter', 'sort'], resource: 'User' },

  async act(act) {
    const { users, ask } = await sharedSet(act, LETTERS)
    return { users, list: await ask({ sortBy: 'userName' }) }
  },

  judge({ users, list }, claim, { facts }) {
    const known = findSchema(facts.schemas, URN.user)?.attributes ?? []
    const actual = idsIn(list)
    const expected = firstIds(users, IGNORING_CASE, list)
    // A userName published as case-exact may go by code point (AMB-079) or by alphabet (AMB-078).
    const isExact = findAttribute(known, 'userName')?.caseExact === true
    const fits =
      sameJson(actual, expected) || (isExact && sameJson(actual, firstIds(users, CAPITALS_FIRST, list)))
    claim('RFC7644-3.4.2.3-10', list).status(200).holds(fits, { what: 'ids in order', expected, actual })
  },

  counterexample: ({ users, list }) => ({
    users,
    list: answering(list, { body: listIn(users, CAPITALS_FIRST) }),
  }),
})
