import { defineCheck, get } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'sort/is-done-or-left-out',
  title: 'A list asked for in an order is given, sorted or not, or refused',
  proves: ['RFC7644-3.4.2.3-01'],
  needs: { resource: 'User' },

  async act({ endpoint, send }) {
    return { list: await send(get(endpoint('User'), { sortBy: 'userName', count: 1 })) }
  },

  judge({ list }, claim, { facts }) {
    // AMBIGUOUS: AMB-081: whoever does not sort may say so or pass over it.
    const refused = facts.features.sort.offered ? [] : [400, 403, 404, 501]
    claim('RFC7644-3.4.2.3-01', list).status(200, ...refused)
  },

  counterexample: ({ list }) => ({
    list: answering(list, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
