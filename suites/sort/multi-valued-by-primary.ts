import { createdId, defineCheck, idsIn } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { listIn } from './orders.part.ts'
import { BY, KEPT_PRIMARY, SORTED } from './people.part.ts'
import { sharedSet } from './set.part.ts'

export default defineCheck({
  id: 'sort/multi-valued-by-primary',
  title: 'A multi-valued attribute sorts by its primary value',
  proves: ['RFC7644-3.4.2.3-05'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['emails.value', 'emails.primary'] },

  async act(act) {
    const { users, ask } = await sharedSet(act, SORTED, KEPT_PRIMARY)
    return { users, long: await ask({ sortBy: 'emails.value' }), short: await ask({ sortBy: 'emails' }) }
  },

  judge({ users, long, short }, claim) {
    // AMBIGUOUS: AMB-081: whether the attribute or its value is to be named; either will do.
    const wanted = BY.primaryEmail.map((at) => createdId(users[at]))
    const isSorted = (list: Exchange) =>
      idsIn(list).length > 0 && sameJson(idsIn(list), wanted.slice(0, idsIn(list).length))
    const list = isSorted(short) ? short : long
    const actual = idsIn(list)
    const detail = { what: 'ids in order', expected: wanted, actual }
    claim('RFC7644-3.4.2.3-05', list).holds(isSorted(list), detail)
  },

  counterexample: ({ users, long, short }) => {
    const body = listIn(users, BY.firstEmail)
    return { users, long: answering(long, { body }), short: answering(short, { body }) }
  },
})
