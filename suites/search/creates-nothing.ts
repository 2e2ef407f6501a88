import { bodyOf, defineCheck, get, search } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'search/creates-nothing',
  title: 'POST .search is a query and creates nothing',
  proves: ['RFC7644-3.4.3-02'],
  needs: { features: ['filter', 'search'], resource: 'User' },

  async act({ address, endpoint, mark, send }) {
    const userName = address(mark('nobody'))
    const filter = `userName eq "${userName}"`
    // The name is in the body as well, as it would be in that of a create.
    const searched = await send(search(endpoint('User'), { filter, userName }))
    return { searched, after: await send(get(endpoint('User'), { filter })) }
  },

  judge({ searched, after }, claim) {
    // A member that a SearchRequest does not have may be refused.
    const stated = claim('RFC7644-3.4.3-02', searched).status(200, 400)
    if (searched.response?.status === 200) stated.has('/totalResults', 0)
    claim('RFC7644-3.4.3-02', after).lacks('/Resources')
  },

  counterexample: ({ searched, after }) => [
    { searched: answering(searched, { status: 201, body: { id: '2819c223' } }), after },
    { searched, after: answering(after, { body: { ...bodyOf(after), Resources: [{ id: '2819c223' }] } }) },
  ],
})
