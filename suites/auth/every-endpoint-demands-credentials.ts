import { defineCheck, get, resourcesIn, search } from '#check'
import { answering, type Exchange, type ScimRequest, URN } from '#scim'

export default defineCheck({
  id: 'auth/every-endpoint-demands-credentials',
  title: 'No endpoint with people or groups is open to everybody',
  proves: ['RFC7644-2-08', 'RFC7644-3.12-11'],
  needs: { features: ['credentials'] },
  breaks: 'A filter that guards one path and forgets the next: incident family W9.',
  each: ({ resourceTypes, features }) => [
    ...resourceTypes.map(({ name, endpoint }) => ({ name: endpoint, type: name })),
    ...(features.search.offered ? [{ name: '.search', type: 'User' }] : []),
    ...(features.bulk.offered ? [{ name: 'Bulk', type: 'User' }] : []),
    ...(features.me.offered ? [{ name: 'Me', type: 'User' }] : []),
  ],

  async act({ draft, endpoint, facts, mark, of, send }) {
    // An empty query, for no answer shall hold anybody.
    const filter = `externalId eq "${mark('nobody')}"`
    const path = endpoint(of.type)
    const create: ScimRequest = { method: 'POST', path, body: draft(of.type) }
    const bulk: ScimRequest = {
      method: 'POST',
      path: '/Bulk',
      body: {
        schemas: [URN.bulkRequest],
        Operations: [{ method: 'POST', path, bulkId: 'one', data: draft(of.type) }],
      },
    }
    const collection = [get(path, facts.features.filter.offered ? { filter } : { count: 0 }), create]
    const requests: Readonly<Record<string, readonly ScimRequest[]>> = {
      '.search': [search(path, { filter, count: 1 })],
      Bulk: [bulk],
      Me: [get('/Me')],
    }
    const refused: Exchange[] = []
    for (const request of requests[of.name] ?? collection)
      refused.push(await send(request, { credentials: 'none' }))
    return { refused }
  },

  judge({ refused }, claim) {
    for (const one of refused) {
      const listed = resourcesIn(one).length
      claim('RFC7644-2-08', one)
        .status(401, 403)
        .holds(listed === 0, { what: 'resources listed', expected: 0, actual: listed })
      // Where /Me is open it has to be somebody's: 403 and 404 say that nobody is behind it (AMB-094).
      claim('RFC7644-3.12-11', one).status(401)
    }
  },

  counterexample: ({ refused }) => ({
    refused: refused.map((one) =>
      answering(one, { status: 200, body: { schemas: [URN.listResponse], totalResults: 0 } }),
    ),
  }),
})
