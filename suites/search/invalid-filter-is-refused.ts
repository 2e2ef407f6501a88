import { defineCheck, reading, search } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'search/invalid-filter-is-refused',
  title: 'An invalid filter in a SearchRequest gives invalidFilter',
  proves: ['RFC7644-3.4.3-10'],
  needs: { features: ['filter', 'search'], resource: 'User' },
  each: () => [
    { name: 'no-operand', filter: 'userName eq' },
    { name: 'open-parenthesis', filter: '(userName eq "nobody"' },
  ],

  async act({ of, endpoint, send }) {
    return { list: await send(search(endpoint('User'), { filter: of.filter })) }
  },

  judge({ list }, claim) {
    claim('RFC7644-3.4.3-10', list).status(400, reading('AMB-036/422', 422)).scimType('invalidFilter')
  },

  counterexample: ({ list }) => ({
    list: answering(list, { status: 200, body: { schemas: [URN.listResponse], totalResults: 250 } }),
  }),
})
