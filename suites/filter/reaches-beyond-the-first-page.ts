import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

export default defineCheck({
  id: 'filter/reaches-beyond-the-first-page',
  title: 'A filter looks at all resources, not at one page of them',
  proves: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2-06'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'ssosync: above 50 users every run ends in 409 (awslabs/ssosync#81)',

  async act({ endpoint, eventually, given, send }) {
    const users: Exchange[] = []
    const lists: Exchange[] = []
    // With pages of one resource, at most one of three users is on the first.
    const made = [await given('User'), await given('User'), await given('User')]
    for (const { id, path, sent } of made) {
      const filter = `userName eq ${JSON.stringify(sent.userName)}`
      await eventually(get(endpoint('User'), { filter }), (list) => idsIn(list).includes(id))
      users.push(await send(get(path)))
      lists.push(await send(get(endpoint('User'), { filter, count: 1 })))
    }
    return { users, lists }
  },

  judge({ users, lists }, claim) {
    lists.forEach((list, index) => {
      const [expected, actual] = [[bodyOf(users[index] as Exchange)?.id ?? null], idsIn(list)]
      for (const row of ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2-06'] as const) {
        const stated = claim(row, list).status(200, reading('AMB-074/eq-unsupported', 400))
        if (list.response?.status === 400) continue
        stated
          .holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
          .has('/totalResults', 1)
      }
    })
  },

  counterexample: ({ users, lists }) => ({
    users,
    lists: lists.map((list) => answering(list, { body: { schemas: [URN.listResponse], totalResults: 0 } })),
  }),
})
