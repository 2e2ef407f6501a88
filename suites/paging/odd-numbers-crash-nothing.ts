import { defineCheck, get, reading } from '#check'
import { answering, URN } from '#scim'

const QUERIES = [
  { name: 'count=abc', query: { count: 'abc', startIndex: 1 } },
  { name: 'startIndex=abc', query: { count: 1, startIndex: 'abc' } },
  { name: 'count=1.5', query: { count: '1.5', startIndex: 1 } },
  { name: 'huge-count', query: { count: '1000000', startIndex: 999_999 } },
  { name: 'huge-startIndex', query: { count: 1, startIndex: '99999999999999999999' } },
]

export default defineCheck({
  id: 'paging/odd-numbers-crash-nothing',
  title: 'A count or startIndex out of the ordinary is no server error',
  proves: ['RFC7644-3.12-17'],
  needs: { resource: 'User' },
  each: () => QUERIES,

  async act({ of, endpoint, send }) {
    return { list: await send(get(endpoint('User'), of.query)) }
  },

  judge({ list }, claim) {
    // AMBIGUOUS: AMB-082: refused or taken for something else, and beyond the total even 404.
    claim('RFC7644-3.12-17', list).status(200, 400, 404, reading('AMB-036/422', 422))
  },

  counterexample: ({ list }) => ({
    list: answering(list, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
