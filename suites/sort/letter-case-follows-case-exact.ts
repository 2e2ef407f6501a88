import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'

/** Part of userName, in the order of creation. */
const LETTERS = ['b', 'A', 'C']
const IGNORING_CASE = [1, 0, 2]
const CAPITALS_FIRST = [1, 2, 0]

export default defineCheck({
  id: 'sort/letter-case-follows-case-exact',
  title: 'Sorting by userName ignores letter case',
  proves: ['RFC7644-3.4.2.3-10'],
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
    return { users, list: await send(ask({ sortBy: 'userName' })) }
  },

  judge({ users, list }, claim, { facts }) {
    const known = findSchema(facts.schemas, URN.user)?.attributes ?? []
    const actual = idsIn(list)
    const wanted = (order: readonly number[]) =>
      order.map((at) => bodyOf(users[at] as Exchange)?.id ?? null).slice(0, Math.max(1, actual.length))
    const expected = wanted(IGNORING_CASE)
    // A userName published as case-exact may go by code point (AMB-079) or by alphabet (AMB-078).
    const isExact = findAttribute(known, 'userName')?.caseExact === true
    const fits = sameJson(actual, expected) || (isExact && sameJson(actual, wanted(CAPITALS_FIRST)))
    claim('RFC7644-3.4.2.3-10', list).status(200).holds(fits, { what: 'ids in order', expected, actual })
  },

  counterexample: ({ users, list }) => {
    const Resources = CAPITALS_FIRST.map((at) => bodyOf(users[at] as Exchange) ?? {})
    return {
      users,
      list: answering(list, { body: { schemas: [URN.listResponse], totalResults: 3, Resources } }),
    }
  },
})
