import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** In the order of creation, which is neither that of the alphabet nor its opposite. */
const LETTERS = ['b', 'c', 'a']
/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.4.2.3-03', { sortBy: 'userName', sortOrder: 'ascending' }, [2, 0, 1]],
  ['RFC7644-3.4.2.3-09', { sortBy: 'userName' }, [2, 0, 1]],
  ['RFC7644-3.4.2.3-08', { sortBy: 'userName', sortOrder: 'descending' }, [1, 0, 2]],
] as const

export default defineCheck({
  id: 'sort/ascending-by-default',
  title: 'sortBy orders by userName, ascending unless descending is asked for',
  proves: ['RFC7644-3.4.2.3-03', 'RFC7644-3.4.2.3-08', 'RFC7644-3.4.2.3-09'],
  needs: { features: ['filter', 'sort'], resource: 'User' },

  async act({ notOffered, endpoint, eventually, given, mark, send }) {
    const set = mark('set')
    const users: Exchange[] = []
    for (const letter of LETTERS) {
      const { path } = await given('User', { userName: `${set}-${letter}@scim-test.example` })
      users.push(await send(get(path)))
    }
    const ask = (query: object) => get(endpoint('User'), { filter: `userName sw "${set}"`, ...query })
    const all = await eventually(ask({}), (list) => bodyOf(list)?.totalResults === LETTERS.length)
    if (all.response?.status !== 200)
      notOffered('the target refuses sw, which keeps strangers out of the list')
    const lists: Exchange[] = []
    for (const [, query] of ORDERS) lists.push(await send(ask(query)))
    return { users, lists }
  },

  judge({ users, lists }, claim) {
    ORDERS.forEach(([row, , order], index) => {
      const list = lists[index] as Exchange
      const actual = idsIn(list)
      const wanted = order.map((at) => bodyOf(users[at] as Exchange)?.id ?? null)
      // A page may hold less than all: then it holds the first.
      const expected = wanted.slice(0, Math.max(1, actual.length))
      claim(row, list)
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
