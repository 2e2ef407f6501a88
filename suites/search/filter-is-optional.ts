import { defineCheck, search } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'search/filter-is-optional',
  title: 'A search without a filter lists, or is refused with tooMany',
  proves: ['RFC7644-3.4.3-11'],
  needs: { features: ['search'], resource: 'User' },

  async act({ endpoint, given, send }) {
    await given('User')
    return { list: await send(search(endpoint('User'), { count: 1 })) }
  },

  judge({ list }, claim) {
    const stated = claim('RFC7644-3.4.3-11', list).status(200, 400)
    if (list.response?.status === 400) stated.scimType('tooMany')
    else stated.has('/totalResults')
  },

  counterexample: ({ list }) => ({
    list: answering(list, {
      status: 400,
      body: { schemas: [URN.error], status: '400', scimType: 'invalidFilter' },
    }),
  }),
})
