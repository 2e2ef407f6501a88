import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, member, URN } from '#scim'
import { bulkOf, statusOf } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/unknown-method-fails',
  title: 'An operation whose method bulk does not know fails',
  proves: ['RFC7644-3.7-07'],
  needs: { features: ['bulk'], resource: 'User' },

  async act({ given, send }) {
    const { path } = await given('User')
    const bulk = await send(bulkOf({ Operations: [{ method: 'GET', path }] }))
    return { bulk, user: await send(get(path)) }
  },

  judge({ bulk, user }, claim) {
    const status = member(elementsOf(bodyOf(bulk), 'Operations')[0], 'status')
    // The whole request or the operation in it.
    const isProcessed = bulk.response?.status === 200 || bulk.response?.status === 207
    const actual = isProcessed ? (status ?? null) : (bulk.response?.status ?? null)
    const isRefused = /^(4\d\d|501)$/.test(statusOf(actual))
    claim('RFC7644-3.7-07', bulk).holds(isRefused, { what: 'status', expected: '400', actual })
    claim('RFC7644-3.7-07', user).status(200)
  },

  counterexample: ({ bulk, user }) => ({
    bulk: answering(bulk, {
      status: 200,
      body: { schemas: [URN.bulkResponse], Operations: [{ method: 'GET', status: '200' }] },
    }),
    user,
  }),
})
