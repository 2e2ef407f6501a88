import { defineCheck, reading } from '#check'
import { answering, URN } from '#scim'
import { bulkOf } from './bulk.part.ts'
import { claimLimit } from './limit.part.ts'

/** More than this is too much to send for a check. */
const MOST = 1000

export default defineCheck({
  id: 'bulk/too-many-operations',
  title: 'More operations than maxOperations are refused with 413',
  proves: ['RFC7644-3.7.4-03', 'RFC7644-3.7.4-04', 'RFC7644-3.7-19', 'RFC7644-3.12-16'],
  needs: { features: ['bulk'], resource: 'User' },
  each: ({ limits }) => (limits.maxOperations && limits.maxOperations <= MOST ? [{ name: '' }] : []),

  async act({ facts, missing, send }) {
    const operation = { method: 'DELETE', path: missing('User') }
    const Operations = Array.from({ length: (facts.limits.maxOperations ?? 0) + 1 }, () => operation)
    return { bulk: await send(bulkOf({ failOnErrors: 1, Operations })) }
  },

  judge({ bulk }, claim, { facts }) {
    // AMBIGUOUS: AMB-104: many answer 400.
    const allowed = [413, reading('AMB-104/400', 400)]
    for (const row of ['RFC7644-3.7.4-03', 'RFC7644-3.7-19', 'RFC7644-3.12-16'] as const)
      claim(row, bulk).status(...allowed)
    claimLimit(claim('RFC7644-3.7.4-04', bulk), bulk, 'maxOperations', facts.limits.maxOperations)
  },

  counterexample: ({ bulk }) => [
    { bulk: answering(bulk, { status: 200, body: { schemas: [URN.bulkResponse], Operations: [] } }) },
    { bulk: answering(bulk, { body: { schemas: [URN.error], status: '413', detail: 'Too much' } }) },
  ],
})
