import { bodyOf, defineCheck, get, idsIn, resourceTypeOf } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { listOfAll } from './lists.part.ts'

const SIZE = 5
const WALKS = [
  { name: 'User,sorted', resource: 'User', attribute: 'userName', sortBy: 'userName' },
  { name: 'User', resource: 'User', attribute: 'userName' },
  { name: 'Group', resource: 'Group', attribute: 'displayName' },
]

export default defineCheck({
  id: 'paging/walk-visits-each-once',
  title: 'Walking the pages gives every match once',
  proves: ['RFC7644-3.4.2.4-13', 'RFC7644-3.4.2.4-11'],
  needs: { features: ['filter'] },
  breaks: 'An importer takes for deleted what it does not see (wso2/product-is#7320, #9957, #27973)',
  each: (facts) =>
    WALKS.filter(
      ({ resource, sortBy }) => resourceTypeOf(facts, resource) && (!sortBy || facts.features.sort.offered),
    ),

  async act({ of, notOffered, endpoint, eventually, given, mark, send }) {
    const set = mark('set')
    const made: Exchange[] = []
    for (let n = 0; n < SIZE; n++) {
      const { path } = await given(of.resource, { [of.attribute]: `${set}-${n}@scim-test.example` })
      made.push(await send(get(path)))
    }
    const sort = of.sortBy ? { sortBy: of.sortBy } : {}
    const ask = (startIndex: number) =>
      get(endpoint(of.resource), { filter: `${of.attribute} sw "${set}"`, ...sort, startIndex, count: 2 })
    const first = await listOfAll({ eventually, notOffered }, ask(1), SIZE)
    const pages = [first]
    for (let next = 1 + idsIn(first).length; next <= SIZE && pages.length < SIZE; ) {
      const page = await send(ask(next))
      pages.push(page)
      next += Math.max(1, idsIn(page).length)
    }
    return { made, pages }
  },

  judge({ made, pages }, claim, { of }) {
    const expected = made.map((one) => bodyOf(one)?.id ?? null).sort()
    const actual = pages.flatMap(idsIn).sort()
    const [fits, last] = [sameJson(actual, expected), pages.at(-1) as Exchange]
    const unsorted = fits || of.sortBy ? {} : { reading: 'AMB-084/unsorted' as const }
    claim('RFC7644-3.4.2.4-13', last).holds(fits || !of.sortBy, {
      what: 'ids on all pages',
      expected,
      actual,
      ...unsorted,
    })
    for (const page of pages) claim('RFC7644-3.4.2.4-11', page).status(200).has('/totalResults', SIZE)
  },

  counterexample: ({ made, pages }) => {
    const body = { ...bodyOf(pages[0] as Exchange), totalResults: 2 }
    return { made, pages: pages.map((page) => answering(page, { body })) }
  },
})
