import { bodyOf, defineCheck, resourcesIn } from '#check'
import { answering, type Exchange } from '#scim'
import { listOfSet, SIZE } from './lists.part.ts'

/** startIndex and count. The last page holds one of the two that are asked for. */
const PAGES = [
  [1, 1],
  [2, 1],
  [SIZE, 2],
] as const

export default defineCheck({
  id: 'paging/partial-page-tells-its-place',
  title: 'A partial page tells its startIndex and itemsPerPage',
  proves: ['RFC7644-3.4.2-09', 'RFC7644-3.4.2-10', 'RFC7644-3.4.2.4-10', 'RFC7644-3.4.2.4-12'],
  needs: { features: ['filter', 'index'], resource: 'User' },

  async act(act) {
    const { page } = await listOfSet(act)
    const pages: Exchange[] = []
    for (const [startIndex, count] of PAGES) pages.push(await page({ startIndex, count }))
    return { pages }
  },

  judge({ pages }, claim) {
    PAGES.forEach(([startIndex, count], index) => {
      const page = pages[index] as Exchange
      const items = bodyOf(page)?.itemsPerPage ?? null
      const shown = resourcesIn(page).length
      claim('RFC7644-3.4.2-09', page).status(200).has('/startIndex')
      claim('RFC7644-3.4.2-10', page).has('/itemsPerPage')
      claim('RFC7644-3.4.2.4-12', page).has('/startIndex', startIndex)
      // AMBIGUOUS: AMB-082: many echo the count.
      const isEcho = items === count && shown !== count
      claim('RFC7644-3.4.2.4-10', page).holds(items === shown || isEcho, {
        expected: shown,
        actual: items,
        pointer: '/itemsPerPage',
        ...(isEcho ? { reading: 'AMB-082/itemsPerPage-echo' as const } : {}),
      })
    })
  },

  counterexample: ({ pages }) => {
    const wrongly = (change: (page: Exchange) => object) => ({
      pages: pages.map((page) => answering(page, { body: { ...bodyOf(page), ...change(page) } })),
    })
    return [
      wrongly(() => ({ startIndex: null, itemsPerPage: null })),
      wrongly(() => ({ startIndex: 0, itemsPerPage: 200 })),
    ]
  },
})
