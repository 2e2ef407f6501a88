import { bodyOf, defineCheck, resourcesIn } from '#check'
import { answering, type Exchange } from '#scim'
import { listOfThree } from './lists.part.ts'

export default defineCheck({
  id: 'paging/partial-page-tells-its-place',
  title: 'A partial page tells its startIndex and itemsPerPage',
  proves: ['RFC7644-3.4.2-09', 'RFC7644-3.4.2-10', 'RFC7644-3.4.2.4-10', 'RFC7644-3.4.2.4-12'],
  needs: { features: ['filter'], resource: 'User' },

  async act(act) {
    const { ask } = await listOfThree(act)
    const pages: Exchange[] = []
    for (const [startIndex, count] of [
      [1, 1],
      [2, 1],
      [3, 2],
    ])
      pages.push(await act.send(ask({ startIndex, count })))
    return { pages }
  },

  judge({ pages }, claim) {
    pages.forEach((page, index) => {
      const items = bodyOf(page)?.itemsPerPage ?? null
      const shown = resourcesIn(page).length
      claim('RFC7644-3.4.2-09', page).status(200).has('/startIndex')
      claim('RFC7644-3.4.2-10', page).has('/itemsPerPage')
      claim('RFC7644-3.4.2.4-12', page).has('/startIndex', index + 1)
      // AMBIGUOUS: AMB-082: the last page holds one of the two that were asked for.
      const isEcho = index === 2 && items === 2 && shown === 1
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
