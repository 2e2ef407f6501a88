import { defineCheck } from '#check'
import { answering, URN } from '#scim'
import { bulkOf, renames } from './bulk.part.ts'
import { claimLimit } from './limit.part.ts'

/** More bytes than this are too much to send for a check. */
const MOST = 2 * 1024 * 1024

export default defineCheck({
  id: 'bulk/too-large-a-payload',
  title: 'A body larger than maxPayloadSize is refused with 413',
  proves: ['RFC7644-3.7.4-03', 'RFC7644-3.7.4-04', 'RFC7644-3.7-19', 'RFC7644-3.12-16'],
  needs: { features: ['bulk', 'patch'], resource: 'User' },
  each: ({ limits }) => (limits.maxPayloadSize && limits.maxPayloadSize <= MOST ? [{ name: '' }] : []),

  async act({ blocked, facts, missing, send }) {
    const long = 'x'.repeat(facts.limits.maxPayloadSize ?? 0)
    const bulk = await send(bulkOf({ failOnErrors: 1, Operations: [renames(missing('User'), long)] }))
    // A service need not read to its end what it refuses: then the answer can get lost.
    if (bulk.failure?.kind === 'reset') blocked('the connection was closed while the body was sent')
    return { bulk }
  },

  judge({ bulk }, claim, { facts }) {
    for (const row of ['RFC7644-3.7.4-03', 'RFC7644-3.7-19', 'RFC7644-3.12-16'] as const)
      claim(row, bulk).status(413)
    claimLimit(claim('RFC7644-3.7.4-04', bulk), bulk, 'maxPayloadSize', facts.limits.maxPayloadSize)
  },

  counterexample: ({ bulk }) => {
    const Operations = [{ method: 'PATCH', status: '404' }]
    return [
      { bulk: answering(bulk, { status: 200, body: { schemas: [URN.bulkResponse], Operations } }) },
      { bulk: answering(bulk, { body: { schemas: [URN.error], status: '413', detail: 'Too much' } }) },
    ]
  },
})
