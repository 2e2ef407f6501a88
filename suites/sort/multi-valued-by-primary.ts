import { bodyOf, defineCheck, elementsOf, idsIn } from '#check'
import { answering, type Exchange, member, sameJson } from '#scim'
import { listIn } from './orders.part.ts'
import { type Kept, madeSet } from './set.part.ts'

/** What the first and the primary address begin with: ordering by the first gives the opposite. */
const ADDRESSES = [
  ['e', 'b'],
  ['d', 'c'],
  ['f', 'a'],
] as const
const USERS = ADDRESSES.map(([first, primary], name) => ({
  name,
  own: (set: string) => ({
    emails: [
      { value: `${first}.${set}@scim-test.example`, type: 'home' },
      { value: `${primary}.${set}@scim-test.example`, type: 'work', primary: true },
    ],
  }),
}))
const KEPT: Kept = {
  what: 'which address is primary',
  isKept: (user) =>
    elementsOf(user, 'emails').filter((email) => member(email, 'primary') === true).length === 1,
}
const BY_PRIMARY = [2, 0, 1]

export default defineCheck({
  id: 'sort/multi-valued-by-primary',
  title: 'A multi-valued attribute sorts by its primary value',
  proves: ['RFC7644-3.4.2.3-05'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['emails.value', 'emails.primary'] },

  async act(act) {
    const { users, ask } = await madeSet(act, USERS, KEPT)
    return {
      users,
      long: await act.send(ask({ sortBy: 'emails.value' })),
      short: await act.send(ask({ sortBy: 'emails' })),
    }
  },

  judge({ users, long, short }, claim) {
    // AMBIGUOUS: AMB-081: whether the attribute or its value is to be named; either will do.
    const wanted = BY_PRIMARY.map((at) => bodyOf(users[at] as Exchange)?.id ?? null)
    const isSorted = (list: Exchange) =>
      idsIn(list).length > 0 && sameJson(idsIn(list), wanted.slice(0, idsIn(list).length))
    const list = isSorted(short) ? short : long
    const actual = idsIn(list)
    const detail = { what: 'ids in order', expected: wanted, actual }
    claim('RFC7644-3.4.2.3-05', list).holds(isSorted(list), detail)
  },

  counterexample: ({ users, long, short }) => {
    const body = listIn(users, [1, 0, 2])
    return { users, long: answering(long, { body }), short: answering(short, { body }) }
  },
})
