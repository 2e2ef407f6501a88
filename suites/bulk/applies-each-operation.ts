import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, URN } from '#scim'
import { nameIs, nameSent, PROCESSED, renames, sendBulk } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/applies-each-operation',
  title: 'A bulk request is applied and answered with one result each',
  proves: [
    'RFC7644-3.2-05',
    'RFC7644-3.2-14',
    'RFC7644-3.7-01',
    'RFC7644-3.7-03',
    'RFC7644-3.7-05',
    'RFC7644-3.7-06',
    'RFC7644-3.7-18',
    'RFC7644-3.7.3-01',
  ],
  needs: { features: ['bulk', 'patch'], resource: 'User', attributes: ['displayName'] },
  breaks: 'Whoever loads people in bulk: success was told and nothing stored (incident family P8)',

  async act(act) {
    const { given, mark, send } = act
    const [kept, gone] = [await given('User'), await given('User')]
    const Operations = [renames(kept.path, mark('bulk')), { method: 'DELETE', path: gone.path }]
    const bulk = await sendBulk(act, { failOnErrors: 1, Operations })
    return { bulk, kept: await send(get(kept.path)), gone: await send(get(gone.path)) }
  },

  judge({ bulk, kept, gone }, claim) {
    claim('RFC7644-3.7-18', bulk).status(...PROCESSED)
    for (const row of ['RFC7644-3.2-05', 'RFC7644-3.7-01'] as const) claim(row, bulk).status(200, 207)
    claim('RFC7644-3.7-03', bulk).has('/schemas', [URN.bulkResponse])
    claim('RFC7644-3.7-05', bulk).lacks('/failOnErrors')
    claim('RFC7644-3.7-06', bulk).has('/Operations/0')
    const results = elementsOf(bodyOf(bulk), 'Operations').length
    const detail = { what: 'number of results', expected: 2, actual: results }
    claim('RFC7644-3.7.3-01', bulk).holds(results === 2, detail)
    claim('RFC7644-3.2-14', kept)
      .status(200)
      .holds(...nameIs(kept, nameSent(bulk, 0)))
    claim('RFC7644-3.2-14', gone).status(404)
  },

  counterexample: ({ bulk, kept, gone }) => {
    const body = { schemas: [URN.bulkRequest], failOnErrors: 1, Operations: [] }
    const before = answering(kept, { body: { ...bodyOf(kept), displayName: 'Som foer' } })
    return { bulk: answering(bulk, { status: 501, body }), kept: before, gone }
  },
})
