import { bodyOf, defineCheck, listOfAll, resourcesIn, search } from '#check'
import { answering, type Exchange, type JsonObject } from '#scim'

/** The page that is asked for, the most it may hold, and what says so. */
const PAGES = [
  [{ startIndex: 1, count: 1 }, 1, 'RFC7644-3.4.2.4-05'],
  [{ startIndex: 2, count: 1 }, 1, 'RFC7644-3.4.2.4-05'],
  [{ startIndex: 1, count: 0 }, 0, 'RFC7644-3.4.2.4-08'],
  [{ startIndex: 1, count: -1 }, 0, 'RFC7644-3.4.2.4-07'],
] as const

export default defineCheck({
  id: 'search/pages',
  title: 'startIndex and count in a SearchRequest choose the page',
  proves: [
    'RFC7644-3.4.2.4-05',
    'RFC7644-3.4.2.4-07',
    'RFC7644-3.4.2.4-08',
    'RFC7644-3.4.3-16',
    'RFC7644-3.4.3-17',
  ],
  needs: { features: ['filter', 'search', 'index'], resource: 'User' },

  async act({ address, notOffered, endpoint, eventually, send, shared, sharedMark }) {
    const set = sharedMark('sider')
    for (const n of [1, 2]) await shared('User', { userName: address(`${set}-${n}`) })
    const ask = (query: JsonObject) => search(endpoint('User'), { filter: `userName sw "${set}"`, ...query })
    const all = await listOfAll({ eventually, notOffered }, ask({}), 2)
    const pages: Exchange[] = []
    for (const [query] of PAGES) pages.push(await send(ask(query)))
    return { all, pages }
  },

  judge({ pages }, claim) {
    PAGES.forEach(([{ startIndex }, most, row], index) => {
      const page = pages[index] as Exchange
      const actual = resourcesIn(page).length
      const within = { what: 'number of Resources', expected: `at most ${most}`, actual }
      claim(row, page)
        .status(200)
        .holds(actual <= most, within)
      claim('RFC7644-3.4.3-17', page)
        .status(200)
        .has('/totalResults', 2)
        .holds(actual <= most, within)
      if (most > 0) claim('RFC7644-3.4.3-16', page).has('/startIndex', startIndex)
    })
  },

  counterexample: ({ all, pages }) => {
    const everything = { ...bodyOf(all), startIndex: 0 }
    return { all, pages: pages.map((page) => answering(page, { body: everything })) }
  },
})
