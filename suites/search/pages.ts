import { bodyOf, defineCheck, resourcesIn, search } from '#check'
import { answering, type Exchange, type JsonObject } from '#scim'
import { listOfAll } from './lists.part.ts'

/** The page that is asked for, and the most it may hold. */
const PAGES = [
  [{ startIndex: 1, count: 1 }, 1],
  [{ startIndex: 2, count: 1 }, 1],
  [{ startIndex: 1, count: 0 }, 0],
  [{ startIndex: 1, count: -1 }, 0],
] as const

export default defineCheck({
  id: 'search/pages',
  title: 'startIndex and count in a SearchRequest choose the page',
  proves: ['RFC7644-3.4.3-16', 'RFC7644-3.4.3-17'],
  needs: { features: ['filter', 'search'], resource: 'User' },

  async act({ notOffered, endpoint, eventually, given, mark, send }) {
    const set = mark('set')
    for (const n of [1, 2]) await given('User', { userName: `${set}-${n}@scim-test.example` })
    const ask = (query: JsonObject) => search(endpoint('User'), { filter: `userName sw "${set}"`, ...query })
    const all = await listOfAll({ eventually, notOffered }, ask({}), 2)
    const pages: Exchange[] = []
    for (const [query] of PAGES) pages.push(await send(ask(query)))
    return { all, pages }
  },

  judge({ pages }, claim) {
    PAGES.forEach(([{ startIndex }, most], index) => {
      const page = pages[index] as Exchange
      const actual = resourcesIn(page).length
      claim('RFC7644-3.4.3-17', page)
        .status(200)
        .has('/totalResults', 2)
        .holds(actual <= most, { what: 'number of Resources', expected: `at most ${most}`, actual })
      if (most > 0) claim('RFC7644-3.4.3-16', page).has('/startIndex', startIndex)
    })
  },

  counterexample: ({ all, pages }) => {
    const everything = { ...bodyOf(all), startIndex: 0 }
    return { all, pages: pages.map((page) => answering(page, { body: everything })) }
  },
})
