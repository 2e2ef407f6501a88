import { bodyOf, createdId, defineCheck, get } from '#check'
import { answering, type Exchange } from '#scim'
import { NOBODY } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'

export default defineCheck({
  id: 'filter/finds-what-the-target-filled-in',
  title: 'A filter finds the values that the target itself filled in',
  proves: ['RFC7644-3.4.2.2-38'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'A default that shows but is not stored: the users are missing from each list of active ones',

  async act({ blocked, draft, endpoint, eventually, send }) {
    const { active: _, ...body } = draft('User')
    const created = await send({ method: 'POST', path: endpoint('User'), body })
    const id = createdId(created)
    if (created.response?.status !== 201 || id === null)
      return blocked('the target did not create the user, or does not say where it is')
    const user = bodyOf(created) ?? bodyOf(await send(get(`${endpoint('User')}/${encodeURIComponent(id)}`)))
    const ask = (condition: string) =>
      get(endpoint('User'), { filter: `userName eq ${JSON.stringify(body.userName)} and ${condition}` })
    const lists = [await eventually(ask(`id eq ${JSON.stringify(id)}`), showsOrRefuses(id))]
    // SPEC: AMB-077: the filter rule speaks of values that were returned to the client.
    if (typeof user?.active === 'boolean') lists.push(await send(ask(`active eq ${user.active}`)))
    return { created, lists }
  },

  judge({ created, lists }, claim) {
    for (const list of lists as Exchange[])
      findsOrRefuses(claim('RFC7644-3.4.2.2-38', list), list, [createdId(created)])
  },

  counterexample: ({ created, lists }) => ({
    created,
    lists: (lists as Exchange[]).map((list) => answering(list, { body: NOBODY })),
  }),
})
