import { defineCheck, resourcesIn, search } from '#check'
import { answering, header, member } from '#scim'

export default defineCheck({
  id: 'create/search-creates-nothing',
  title: 'POST creates at the endpoint and only searches at .search',
  proves: ['RFC7644-3.2-05'],
  needs: { resource: 'User', features: ['search', 'filter'] },

  async act({ shared, endpoint, send }) {
    const user = await shared('User')
    const filter = `userName eq "${String(user.sent.userName)}"`
    return { created: user.created, found: await send(search(endpoint('User'), { filter })) }
  },

  judge({ created, found }, claim) {
    const id = member(created.response?.body, 'id')
    const location = header(found, 'location')
    claim('RFC7644-3.2-05', created).status(200, 201)
    claim('RFC7644-3.2-05', found)
      .status(200)
      .holds(location === undefined, { what: 'header location', expected: 'none', actual: location })
      .holds(id === undefined || resourcesIn(found).every((one) => member(one, 'id') === id), {
        expected: 'nobody but the one searched for',
        actual: resourcesIn(found).map((one) => member(one, 'id') ?? null),
        pointer: '/Resources',
      })
  },

  counterexample: ({ created, found }) => ({
    created,
    found: answering(found, { status: 201, body: { id: 'made by a search' } }),
  }),
})
