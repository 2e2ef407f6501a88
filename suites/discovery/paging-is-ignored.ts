import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type Exchange, member, URN } from '#scim'

export default defineCheck({
  id: 'discovery/paging-is-ignored',
  title: 'Discovery lists pay no attention to paging and sorting',
  proves: ['RFC7644-4-10'],
  needs: { features: ['resourceTypes', 'schemas'] },

  async act({ send }) {
    const query = { startIndex: 2, count: 1, sortBy: 'id' }
    return {
      types: await send(get('/ResourceTypes')),
      pagedTypes: await send(get('/ResourceTypes', query)),
      schemas: await send(get('/Schemas')),
      pagedSchemas: await send(get('/Schemas', query)),
    }
  },

  judge({ types, pagedTypes, schemas, pagedSchemas }, claim) {
    const total = (exchange: Exchange) => member(bodyOf(exchange), 'totalResults')
    for (const [whole, paged] of [
      [types, pagedTypes],
      [schemas, pagedSchemas],
    ] as const) {
      // A page instead of all is tolerated (AMB-007), as long as the client can see that it is one.
      const detail = { expected: total(whole) ?? null, actual: total(paged), pointer: '/totalResults' }
      claim('RFC7644-4-10', paged)
        .status(200)
        .holds(total(whole) === total(paged), detail)
    }
  },

  counterexample: (seen) => {
    const body = {
      schemas: [URN.listResponse],
      totalResults: 1,
      Resources: resourcesIn(seen.types).slice(1, 2),
    }
    return { ...seen, pagedTypes: answering(seen.pagedTypes, { body }) }
  },
})
