import { bodyOf, defineCheck } from '#check'
import { answering, type Exchange } from '#scim'
import { listOfSet, SIZE } from './lists.part.ts'

export default defineCheck({
  id: 'paging/total-counts-all-matches',
  title: 'totalResults counts all matches, whatever the page holds',
  proves: ['RFC7644-3.4.2-06', 'RFC7644-3.4.2-05'],
  needs: { features: ['filter', 'index'], resource: 'User' },
  breaks:
    'An importer stops after the first page and deletes the rest (wso2/product-is#7320). Cost: data lost.',

  async act(act) {
    const { whole, page } = await listOfSet(act)
    const pages: Exchange[] = []
    for (const startIndex of [1, 2, SIZE]) pages.push(await page({ startIndex, count: 1 }))
    return { whole, pages }
  },

  judge({ whole, pages }, claim) {
    for (const list of [whole, ...pages]) {
      claim('RFC7644-3.4.2-05', list).has('/totalResults')
      claim('RFC7644-3.4.2-06', list).status(200).has('/totalResults', SIZE)
    }
  },

  counterexample: ({ whole, pages }) => {
    const { totalResults: _, ...without } = bodyOf(whole) ?? {}
    return [
      { whole, pages: pages.map((p) => answering(p, { body: { ...bodyOf(p), totalResults: 1 } })) },
      { whole: answering(whole, { body: without }), pages },
    ]
  },
})
