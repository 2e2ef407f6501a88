import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** title; the one in the middle has none. */
const USERS = [{ title: 'Renholder' }, {}, { title: 'Adjunkt' }]
/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  [{ sortBy: 'title', sortOrder: 'ascending' }, [2, 0, 1]],
  [{ sortBy: 'title', sortOrder: 'descending' }, [1, 0, 2]],
] as const

export default defineCheck({
  id: 'sort/missing-values-come-last',
  title: 'Users without the sortBy attribute come last, descending first',
  proves: ['RFC7644-3.4.2.3-07'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['title'] },

  async act({ blocked, notOffered, endpoint, eventually, given, mark, send }) {
    const set = mark('set')
    const users: Exchange[] = []
    for (const [at, own] of USERS.entries()) {
      const { path } = await given('User', { userName: `${set}-${at}@scim-test.example`, ...own })
      const user = await send(get(path))
      if ((bodyOf(user)?.title ?? undefined) !== own.title)
        blocked('the target did not keep title as it was sent')
      users.push(user)
    }
    const ask = (query: object) => get(endpoint('User'), { filter: `userName sw "${set}"`, ...query })
    const all = await eventually(ask({}), (list) => bodyOf(list)?.totalResults === USERS.length)
    if (all.response?.status !== 200)
      notOffered('the target refuses sw, which keeps strangers out of the list')
    const lists: Exchange[] = []
    for (const [query] of ORDERS) lists.push(await send(ask(query)))
    return { users, lists }
  },

  judge({ users, lists }, claim) {
    ORDERS.forEach(([, order], index) => {
      const list = lists[index] as Exchange
      const actual = idsIn(list)
      const wanted = order.map((at) => bodyOf(users[at] as Exchange)?.id ?? null)
      // A page may hold less than all: then it holds the first.
      const expected = wanted.slice(0, Math.max(1, actual.length))
      claim('RFC7644-3.4.2.3-07', list)
        .status(200)
        .holds(sameJson(actual, expected), { what: 'ids in order', expected, actual })
    })
  },

  counterexample: ({ users, lists }) => {
    const asMade = {
      schemas: [URN.listResponse],
      totalResults: 3,
      Resources: users.map((user) => bodyOf(user) ?? {}),
    }
    return { users, lists: lists.map((list) => answering(list, { body: asMade })) }
  },
})
