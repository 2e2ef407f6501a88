import { defineCheck, reading } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'errors/malformed-search-is-refused',
  title: 'A search that is not JSON is refused with 400',
  proves: ['RFC7644-3.12-10'],
  needs: { resource: 'User', features: ['search'] },

  async act({ endpoint, send }) {
    const text = `{"schemas": ["${URN.searchRequest}"], "count": `
    return { refused: await send({ method: 'POST', path: `${endpoint('User')}/.search`, text }) }
  },

  judge({ refused }, claim) {
    claim('RFC7644-3.12-10', refused).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ refused }) => {
    const body = { schemas: [URN.listResponse], totalResults: 0, Resources: [] }
    return { refused: answering(refused, { status: 200, body }) }
  },
})
