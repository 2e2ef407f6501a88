import { bodyOf, createdId, defineCheck, idsIn } from '#check'
import { answering, sameJson, URN } from '#scim'
import { listOfOne } from './lists.part.ts'

export default defineCheck({
  id: 'paging/count-above-the-total',
  title: 'A count larger than the number of matches gives them all',
  proves: ['RFC7644-3.4.2.4-10', 'RFC7644-3.4.2.4-11'],
  needs: { features: ['filter', 'index'], resource: 'User' },

  async act(act) {
    const { user, page } = await listOfOne(act)
    return { user, list: await page({ startIndex: 1, count: 10 }) }
  },

  judge({ user, list }, claim) {
    const [expected, actual] = [[createdId(user)], idsIn(list)]
    claim('RFC7644-3.4.2.4-11', list)
      .status(200)
      .has('/totalResults', 1)
      .holds(sameJson(actual, expected), { what: 'ids on the page', expected, actual })
    // AMBIGUOUS: AMB-082: need not be there where the list is whole, and many echo the count.
    const items = bodyOf(list)?.itemsPerPage
    const isEcho = items === 10
    claim('RFC7644-3.4.2.4-10', list).holds(items === undefined || items === 1 || isEcho, {
      expected: 1,
      actual: items,
      pointer: '/itemsPerPage',
      ...(isEcho ? { reading: 'AMB-082/itemsPerPage-echo' as const } : {}),
    })
  },

  counterexample: ({ user, list }) => ({
    user,
    list: answering(list, { body: { schemas: [URN.listResponse], totalResults: 10, itemsPerPage: 0 } }),
  }),
})
