import { bodyOf, defineCheck, elementsOf, get, idsIn } from '#check'
import { answering, type Exchange, member, sameJson, URN } from '#scim'

/** What the first and the primary address begin with: ordering by the first gives the opposite. */
const USERS = [
  ['e', 'b'],
  ['d', 'c'],
  ['f', 'a'],
] as const
const BY_PRIMARY = [2, 0, 1]

export default defineCheck({
  id: 'sort/multi-valued-by-primary',
  title: 'A multi-valued attribute sorts by its primary value',
  proves: ['RFC7644-3.4.2.3-05'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['emails.value', 'emails.primary'] },

  async act({ blocked, notOffered, endpoint, eventually, given, mark, send }) {
    const set = mark('set')
    const users: Exchange[] = []
    for (const [at, [first, primary]] of USERS.entries()) {
      const emails = [
        { value: `${first}.${set}@scim-test.example`, type: 'home' },
        { value: `${primary}.${set}@scim-test.example`, type: 'work', primary: true },
      ]
      const { path } = await given('User', { userName: `${set}-${at}@scim-test.example`, emails })
      const user = await send(get(path))
      const kept = elementsOf(bodyOf(user), 'emails').filter((email) => member(email, 'primary') === true)
      if (kept.length !== 1) blocked('the target did not keep which address is primary')
      users.push(user)
    }
    const ask = (query: object) => get(endpoint('User'), { filter: `userName sw "${set}"`, ...query })
    const all = await eventually(ask({}), (list) => bodyOf(list)?.totalResults === USERS.length)
    if (all.response?.status !== 200)
      notOffered('the target refuses sw, which keeps strangers out of the list')
    return {
      users,
      long: await send(ask({ sortBy: 'emails.value' })),
      short: await send(ask({ sortBy: 'emails' })),
    }
  },

  judge({ users, long, short }, claim) {
    // AMBIGUOUS: AMB-081: whether the attribute or its value is to be named; either will do.
    const wanted = BY_PRIMARY.map((at) => bodyOf(users[at] as Exchange)?.id ?? null)
    const isSorted = (list: Exchange) =>
      idsIn(list).length > 0 && sameJson(idsIn(list), wanted.slice(0, idsIn(list).length))
    const list = isSorted(short) ? short : long
    const actual = idsIn(list)
    claim('RFC7644-3.4.2.3-05', list).holds(isSorted(list), {
      what: 'ids in order',
      expected: wanted,
      actual,
    })
  },

  counterexample: ({ users, long, short }) => {
    const Resources = [1, 0, 2].map((at) => bodyOf(users[at] as Exchange) ?? {})
    const body = { schemas: [URN.listResponse], totalResults: 3, Resources }
    return { users, long: answering(long, { body }), short: answering(short, { body }) }
  },
})
