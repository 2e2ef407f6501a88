import { defineCheck } from '#check'
import { answering, URN } from '#scim'
import { creates, outcomeOf, sendBulk } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/post-names-a-collection',
  title: 'A POST to a single resource fails in bulk',
  proves: ['RFC7644-3.7-12'],
  needs: { features: ['bulk'], resource: 'User' },

  async act(act) {
    const { draft, missing } = act
    return { bulk: await sendBulk(act, { Operations: [creates(missing('User'), 'en', draft('User'))] }) }
  },

  judge({ bulk }, claim) {
    const actual = outcomeOf(bulk, 0)
    const isRefused = /^(400|404|405|501)$/.test(actual)
    claim('RFC7644-3.7-12', bulk).holds(isRefused, {
      what: 'status',
      expected: ['400', '404', '405'],
      actual,
    })
  },

  counterexample: ({ bulk }) => {
    const Operations = [{ method: 'POST', bulkId: 'en', status: '201' }]
    return { bulk: answering(bulk, { status: 200, body: { schemas: [URN.bulkResponse], Operations } }) }
  },
})
