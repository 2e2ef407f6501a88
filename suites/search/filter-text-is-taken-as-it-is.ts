import { bodyOf, createdId, defineCheck, get, idsIn, search, unlessRefused } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** What comes behind the mark in displayName: what URLs, forms and JSON write in other ways. */
const TEXTS = ['+%2b&æ', ' "å\\ø"']

export default defineCheck({
  id: 'search/filter-text-is-taken-as-it-is',
  title: 'The filter in a SearchRequest is not decoded as a URL is',
  proves: ['RFC7644-3.4.3-10', 'RFC7644-3.4.2.2-33'],
  needs: { features: ['filter', 'search'], resource: 'User', attributes: ['displayName'] },

  async act(act) {
    const { blocked, endpoint, eventually, shared, sharedMark } = act
    const users: Exchange[] = []
    const lists: Exchange[] = []
    for (const tail of TEXTS) {
      const displayName = `${sharedMark('y')}${tail}`
      const { id, body, created } = await shared('User', { displayName })
      if (String(body.displayName).toLowerCase() !== displayName.toLowerCase())
        blocked('the target did not keep displayName as it was sent')
      const request = search(endpoint('User'), { filter: `displayName eq ${JSON.stringify(displayName)}` })
      users.push(created)
      lists.push(await eventually(request, (one) => one.response?.status !== 200 || idsIn(one).includes(id)))
    }
    const filter = `displayName eq ${JSON.stringify(sharedMark('y'))}`
    for (const list of lists) await unlessRefused(act, list, get(endpoint('User'), { filter }))
    return { users, lists }
  },

  judge({ users, lists }, claim) {
    const all = lists as readonly Exchange[]
    all.forEach((list, index) => {
      const [expected, actual] = [[createdId(users[index])], idsIn(list)]
      for (const row of ['RFC7644-3.4.3-10', 'RFC7644-3.4.2.2-33'] as const) {
        const stated = claim(row, list).status(200)
        stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
      }
    })
  },

  counterexample: ({ users, lists }) => {
    const body = {
      schemas: [URN.listResponse],
      totalResults: 1,
      Resources: [bodyOf(users[1] as Exchange) ?? {}],
    }
    return { users, lists: lists.map((list) => answering(list, { body })) }
  },
})
