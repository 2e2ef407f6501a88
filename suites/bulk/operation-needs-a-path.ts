import { defineCheck } from '#check'
import { answering, URN } from '#scim'
import { outcomeOf, renames, sendBulk } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/operation-needs-a-path',
  title: 'An operation that does not say on what it is done fails',
  proves: ['RFC7644-3.7-11'],
  needs: { features: ['bulk'], resource: 'User' },

  async act(act) {
    const { mark } = act
    const { path: _, ...operation } = renames('', mark('bulk'))
    return { bulk: await sendBulk(act, { Operations: [operation] }) }
  },

  judge({ bulk }, claim) {
    const actual = outcomeOf(bulk, 0)
    claim('RFC7644-3.7-11', bulk).holds(/^4\d\d$/.test(actual), { what: 'status', expected: '400', actual })
  },

  counterexample: ({ bulk }) => {
    const Operations = [{ method: 'PATCH', status: '200' }]
    return { bulk: answering(bulk, { status: 200, body: { schemas: [URN.bulkResponse], Operations } }) }
  },
})
