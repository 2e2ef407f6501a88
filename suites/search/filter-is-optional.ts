import { defineCheck, search } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'search/filter-is-optional',
  title: 'A search without a filter lists, or is refused with tooMany',
  proves: ['RFC7644-3.4.2.1-04', 'RFC7644-3.4.3-11'],
  needs: { features: ['search'], resource: 'User' },

  async act({ endpoint, shared, send }) {
    await shared('User')
    return { list: await send(search(endpoint('User'), { count: 1 })) }
  },

  judge({ list }, claim) {
    for (const row of ['RFC7644-3.4.2.1-04', 'RFC7644-3.4.3-11'] as const) {
      const stated = claim(row, list).status(200, 400)
      if (list.response?.status === 400) stated.scimType('tooMany')
      // With cursors the total may be left out (AMB-110); that it lists somebody is what counts.
      else stated.has('/Resources/0')
    }
  },

  counterexample: ({ list }) => ({
    list: answering(list, {
      status: 400,
      body: { schemas: [URN.error], status: '400', scimType: 'invalidFilter' },
    }),
  }),
})
