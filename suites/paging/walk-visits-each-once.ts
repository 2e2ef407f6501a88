import { bodyOf, createdId, defineCheck, idsIn, resourcesIn, resourceTypeOf } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { listOfSet, SIZE } from './lists.part.ts'

const COUNT = 2
const WALKS = [
  { name: 'User,sorted', resource: 'User', sort: { sortBy: 'userName' } },
  { name: 'User,descending', resource: 'User', sort: { sortBy: 'userName', sortOrder: 'descending' } },
  { name: 'User', resource: 'User', sort: {} },
  { name: 'Group', resource: 'Group', sort: {} },
] as const

const isSorted = (sort: object) => 'sortBy' in sort

export default defineCheck({
  id: 'paging/walk-visits-each-once',
  title: 'Walking the pages gives every match once',
  proves: [
    'RFC7644-3.4.2.4-13',
    'RFC7644-3.4.2.4-11',
    'RFC7644-3.4.2.4-10',
    'RFC7644-3.4.2.4-05',
    'RFC7644-3.4.2.2-04',
  ],
  needs: { features: ['filter', 'index'] },
  breaks:
    'An importer takes for deleted what it does not see (wso2/product-is#7320, #9957, #27973); WSO2 Identity Server: pages were shorter than asked for, and clients that stop there lost the rest (wso2/product-is#27973). Cost: data lost.',
  each: (facts) =>
    WALKS.filter(
      ({ resource, sort }) =>
        resourceTypeOf(facts, resource) && (!isSorted(sort) || facts.features.sort.offered),
    ),

  async act(act) {
    const { made, page } = await listOfSet(act, act.of.resource)
    const pages: Exchange[] = []
    for (let next = 1; next <= SIZE && pages.length < SIZE; ) {
      const one = await page({ ...act.of.sort, startIndex: next, count: COUNT })
      pages.push(one)
      next += Math.max(1, idsIn(one).length)
    }
    return { made, pages }
  },

  judge({ made, pages }, claim, { of }) {
    const expected = made.map(createdId).sort()
    const actual = pages.flatMap(idsIn).sort()
    const [fits, last] = [sameJson(actual, expected), pages.at(-1) as Exchange]
    const sorted = isSorted(of.sort)
    const unsorted = fits || sorted ? {} : { reading: 'AMB-084/unsorted' as const }
    claim('RFC7644-3.4.2.4-13', last).holds(fits || !sorted, {
      what: 'ids on all pages',
      expected,
      actual,
      ...unsorted,
    })
    for (const page of pages) {
      const [shown, items] = [resourcesIn(page).length, bodyOf(page)?.itemsPerPage]
      claim('RFC7644-3.4.2.4-11', page).status(200).has('/totalResults', SIZE)
      const most = { what: 'number of Resources', expected: `at most ${COUNT}`, actual: shown }
      claim('RFC7644-3.4.2.4-05', page).holds(shown <= COUNT, most)
      const strangers = idsIn(page).filter((id) => !expected.includes(id))
      const none = { what: 'ids that do not match', expected: [], actual: strangers }
      claim('RFC7644-3.4.2.2-04', page).holds(strangers.length === 0, none)
      // AMBIGUOUS: AMB-082: many echo the count.
      const isEcho = items === COUNT && shown !== COUNT
      claim('RFC7644-3.4.2.4-10', page).holds(items === shown || isEcho, {
        expected: shown,
        actual: items,
        pointer: '/itemsPerPage',
        ...(isEcho ? { reading: 'AMB-082/itemsPerPage-echo' as const } : {}),
      })
    }
  },

  counterexample: ({ made, pages }) => {
    const first = bodyOf(pages[0] as Exchange) ?? {}
    const show = (body: object) => pages.map((page) => answering(page, { body: { ...first, ...body } }))
    const Resources = ['a', 'b', 'c'].map((id) => ({ id }))
    return [
      { made, pages: show({ totalResults: 2 }) },
      { made, pages: show({ itemsPerPage: 5, Resources }) },
    ]
  },
})
