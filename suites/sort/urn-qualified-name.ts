import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** displayName, in the order of creation. */
const USERS = ['Nilsen', 'Olsen', 'Moen']
/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  [{ sortBy: `${URN.user}:displayName` }, [2, 0, 1]],
  [{ sortBy: `${URN.user}:displayName`, sortOrder: 'descending' }, [1, 0, 2]],
] as const

export default defineCheck({
  id: 'sort/urn-qualified-name',
  title: 'sortBy takes a name qualified by its schema URN',
  proves: ['RFC7644-3.10-01'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['displayName'] },

  async act({ blocked, notOffered, endpoint, eventually, given, mark, send }) {
    const set = mark('set')
    const users: Exchange[] = []
    for (const [at, own] of USERS.entries()) {
      const { path } = await given('User', { userName: `${set}-${at}@scim-test.example`, displayName: own })
      const user = await send(get(path))
      if (bodyOf(user)?.displayName !== own) blocked('the target did not keep displayName')
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
      claim('RFC7644-3.10-01', list)
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
