import { createdId, defineCheck, idsIn, search } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'
import { COUNT, pagedUsers, walk } from './walk.part.ts'

export default defineCheck({
  id: 'cursor/search-goes-on',
  title: 'A SearchRequest takes cursor and count, and its answer goes on',
  proves: ['RFC9865-3-01'],
  needs: { features: ['cursor', 'filter', 'search'], resource: 'User' },

  async act(act) {
    const { made, filter } = await pagedUsers(act)
    const ask = (cursor: string) => search(act.endpoint('User'), { filter, count: COUNT, cursor })
    return { made, pages: await walk(act, ask) }
  },

  judge({ made, pages }, claim) {
    const [expected, actual] = [made.map(createdId).sort(), pages.flatMap(idsIn).sort()]
    claim('RFC9865-3-01', pages[0] as Exchange)
      .status(200)
      .has('/nextCursor')
    claim('RFC9865-3-01', pages.at(-1) as Exchange)
      .status(200)
      .holds(sameJson(actual, expected), { what: 'ids on all pages', expected, actual })
  },

  counterexample: ({ made, pages: [first] }) => {
    const body = { schemas: [URN.listResponse], totalResults: 5, startIndex: 1, Resources: [] }
    return { made, pages: [answering(first as Exchange, { body })] }
  },
})
