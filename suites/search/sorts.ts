import { bodyOf, createdId, defineCheck, idsIn, listOfAll, search } from '#check'
import { answering, type Exchange, type JsonObject, sameJson, URN } from '#scim'

/** In the order of creation. */
const LETTERS = ['b', 'c', 'a']
const ORDERS = [
  ['RFC7644-3.4.3-12', { sortBy: 'userName' }, [2, 0, 1]],
  ['RFC7644-3.4.3-13', { sortBy: `${URN.user}:userName` }, [2, 0, 1]],
  ['RFC7644-3.4.3-15', { sortBy: 'userName', sortOrder: 'descending' }, [1, 0, 2]],
] as const

export default defineCheck({
  id: 'search/sorts',
  title: 'sortBy and sortOrder in a SearchRequest order the result',
  proves: ['RFC7644-3.4.3-12', 'RFC7644-3.4.3-13', 'RFC7644-3.4.3-15'],
  needs: { features: ['filter', 'search', 'sort'], resource: 'User' },

  async act({ address, notOffered, endpoint, eventually, send, shared, sharedMark }) {
    const set = sharedMark('rekke')
    const users: Exchange[] = []
    for (const letter of LETTERS) {
      users.push((await shared('User', { userName: address(`${set}-${letter}`) })).created)
    }
    const ask = (query: JsonObject) => search(endpoint('User'), { filter: `userName sw "${set}"`, ...query })
    await listOfAll({ eventually, notOffered }, ask({}), LETTERS.length)
    const lists: Exchange[] = []
    for (const [, query] of ORDERS) lists.push(await send(ask(query)))
    return { users, lists }
  },

  judge({ users, lists }, claim) {
    ORDERS.forEach(([row, , order], index) => {
      const list = lists[index] as Exchange
      const actual = idsIn(list)
      const wanted = order.map((at) => createdId(users[at]))
      const expected = wanted.slice(0, Math.max(1, actual.length))
      claim(row, list)
        .status(200)
        .holds(sameJson(actual, expected), { what: 'ids in order', expected, actual })
    })
  },

  counterexample: ({ users, lists }) => {
    const Resources = users.map((user) => bodyOf(user) ?? {})
    const asMade = { schemas: [URN.listResponse], totalResults: 3, Resources }
    return { users, lists: lists.map((list) => answering(list, { body: asMade })) }
  },
})
