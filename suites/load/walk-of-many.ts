import { bodyOf, defineCheck, get, idsIn, listOfAll, loadOf } from '#check'
import { answering, type Exchange } from '#scim'
import { crowd, unlessBusy } from './load.part.ts'

const COUNT = 100
const LOOKS = 11

export default defineCheck({
  id: 'load/walk-of-many',
  title: 'A walk over more than a thousand users gives each of them once',
  proves: ['RFC7644-3.4.2.4-13', 'RFC7644-3.4.2-06', 'RFC7644-3.4.2.4-05'],
  needs: { features: ['filter', 'index'], resource: 'User' },
  // A page may hold a single user.
  load: ({ users }) => ({ requests: 2 * users + LOOKS, makes: users }),
  breaks:
    'An importer takes for deleted what it does not see: lists ended early, or pages repeated and skipped users (wso2/product-is#7320, #9957, #27973). Cost: data lost.',

  async act(act) {
    const { facts, endpoint, address, mark, send, notOffered } = act
    const { users } = loadOf(facts)
    const name = mark('walk')
    await crowd(act, users, (n) => ({ userName: address(`${name}-${String(n).padStart(8, '0')}`) }))
    const sort = facts.features.sort.offered ? { sortBy: 'userName' } : {}
    const ask = (query: object) =>
      get(endpoint('User'), { filter: `userName sw "${name}-"`, ...sort, ...query })
    const whole = await listOfAll(act, ask({ count: 1 }), users)
    const pages: Exchange[] = []
    for (let next = 1; next <= users && pages.length < users; ) {
      const page = await send(ask({ startIndex: next, count: COUNT }))
      if (bodyOf(page)?.startIndex === undefined && bodyOf(page)?.nextCursor)
        notOffered('the target answers a startIndex with a cursor')
      pages.push(page)
      const shown = idsIn(page).length
      if (shown === 0) break
      next += shown
    }
    unlessBusy(act, pages)
    return { whole, pages }
  },

  judge({ whole, pages }, claim, { facts }) {
    const { users } = loadOf(facts)
    const last = pages.at(-1) as Exchange
    const ids = pages.flatMap(idsIn)
    const isSorted = facts.features.sort.offered
    const isWhole = ids.length === users && new Set(ids).size === users
    claim('RFC7644-3.4.2.4-13', last).holds(isWhole || !isSorted, {
      what: 'different users on all pages',
      expected: users,
      actual: ids.length === new Set(ids).size ? ids.length : `${new Set(ids).size} of ${ids.length}`,
      ...(isWhole || isSorted ? {} : { reading: 'AMB-084/unsorted' as const }),
    })
    for (const list of [whole, ...pages]) claim('RFC7644-3.4.2-06', list).has('/totalResults', users)
    for (const page of pages) {
      const shown = idsIn(page).length
      claim('RFC7644-3.4.2.4-05', page).holds(shown <= COUNT, {
        what: 'number of Resources',
        expected: `at most ${COUNT}`,
        actual: shown,
      })
    }
  },

  counterexample: ({ whole, pages }) => {
    const Resources = Array.from({ length: COUNT + 1 }, (_, n) => ({ id: `${n}` }))
    const wrong = pages.map((page) =>
      answering(page, { body: { ...bodyOf(page), totalResults: 7, Resources } }),
    )
    return { whole, pages: wrong }
  },
})
