import { bodyOf, defineCheck, idsIn, search } from '#check'
import { answering, type JsonObject } from '#scim'
import { listOfSet, SIZE } from './lists.part.ts'

export default defineCheck({
  id: 'paging/search-has-the-same-pages',
  title: 'A SearchRequest is paged as a GET is',
  proves: ['RFC7644-3.4.2.4-05', 'RFC7644-3.4.2.4-08', 'RFC7644-3.4.2.4-11', 'RFC7644-3.4.2.4-12'],
  needs: { features: ['filter', 'index', 'search'], resource: 'User' },

  async act(act) {
    const { whole, filter } = await listOfSet(act)
    const sort = act.facts.features.sort.offered ? { sortBy: 'userName' } : {}
    const ask = (query: JsonObject) => act.send(search(act.endpoint('User'), { filter, ...sort, ...query }))
    return { whole, page: await ask({ startIndex: 2, count: 1 }), none: await ask({ count: 0 }) }
  },

  judge({ page, none }, claim) {
    for (const [row, list, most] of [
      ['RFC7644-3.4.2.4-05', page, 1],
      ['RFC7644-3.4.2.4-08', none, 0],
    ] as const) {
      const actual = idsIn(list).length
      const detail = { what: 'number of Resources', expected: `at most ${most}`, actual }
      claim(row, list)
        .status(200)
        .holds(actual <= most, detail)
    }
    claim('RFC7644-3.4.2.4-08', none).has('/totalResults', SIZE)
    claim('RFC7644-3.4.2.4-11', page).has('/totalResults', SIZE)
    claim('RFC7644-3.4.2.4-12', page).has('/startIndex', 2)
  },

  counterexample: ({ whole, page, none }) => {
    const body = { ...bodyOf(whole), totalResults: 1 }
    return { whole, page: answering(page, { body }), none: answering(none, { body }) }
  },
})
