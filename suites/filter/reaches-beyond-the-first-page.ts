import { createdId, defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { NOBODY } from './answers.part.ts'
import { byName, showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses, refusedEq } from './found.part.ts'
import { another, anybody } from './people.part.ts'

export default defineCheck({
  id: 'filter/reaches-beyond-the-first-page',
  title: 'A filter looks at all resources, not at one page of them',
  proves: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2-06'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'ssosync: above 50 users every run ends in 409 (awslabs/ssosync#81). Cost: provisioning blocked.',

  async act(act) {
    const { endpoint, eventually } = act
    const lists: Exchange[] = []
    // With pages of one resource, at most one of three users is on the first.
    const made = [await anybody(act), await another(act, 'annen'), await another(act, 'tredje')]
    for (const one of made) {
      const request = get(endpoint('User'), { filter: byName(one), count: 1 })
      lists.push(await eventually(request, showsOrRefuses(one.id)))
    }
    return { users: made.map(({ created }) => created), lists }
  },

  judge({ users, lists }, claim) {
    lists.forEach((list, index) => {
      for (const row of ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2-06'] as const) {
        const stated = claim(row, list)
        findsOrRefuses(stated, list, [createdId(users[index])], refusedEq('userName'))
        if (list.response?.status !== 400) stated.has('/totalResults', 1)
      }
    })
  },

  counterexample: ({ users, lists }) => ({
    users,
    lists: lists.map((list) => answering(list, { body: NOBODY })),
  }),
})
