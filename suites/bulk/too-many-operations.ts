import { defineCheck } from '#check'
import { answering, URN } from '#scim'
import { bulkOf } from './bulk.part.ts'

/** More than this is too much to send for a check. */
const MOST = 1000

export default defineCheck({
  id: 'bulk/too-many-operations',
  title: 'More operations than maxOperations are refused with 413',
  proves: ['RFC7644-3.7.4-03'],
  needs: { features: ['bulk'], resource: 'User' },
  each: ({ limits }) => (limits.maxOperations && limits.maxOperations <= MOST ? [{ name: '' }] : []),

  async act({ facts, missing, send }) {
    const operation = { method: 'DELETE', path: missing('User') }
    const Operations = Array.from({ length: (facts.limits.maxOperations ?? 0) + 1 }, () => operation)
    return { bulk: await send(bulkOf({ failOnErrors: 1, Operations })) }
  },

  judge({ bulk }, claim) {
    // AMBIGUOUS: AMB-104: many answer 400.
    claim('RFC7644-3.7.4-03', bulk).status(413, 400)
  },

  counterexample: ({ bulk }) => ({
    bulk: answering(bulk, { status: 200, body: { schemas: [URN.bulkResponse], Operations: [] } }),
  }),
})
