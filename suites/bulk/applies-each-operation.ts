import { bodyOf, defineCheck, elementsOf, get } from '#check'
import { answering, URN } from '#scim'
import { bulkOf, renames } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/applies-each-operation',
  title: 'A bulk request is applied and answered with one result each',
  proves: ['RFC7644-3.2-14', 'RFC7644-3.7-03', 'RFC7644-3.7-05', 'RFC7644-3.7-18', 'RFC7644-3.7.3-01'],
  needs: { features: ['bulk', 'patch'], resource: 'User', attributes: ['displayName'] },

  async act({ given, mark, send }) {
    const [kept, gone] = [await given('User'), await given('User')]
    const Operations = [renames(kept.path, mark('bulk')), { method: 'DELETE', path: gone.path }]
    const before = await send(get(kept.path))
    const bulk = await send(bulkOf({ failOnErrors: 1, Operations }))
    return { before, bulk, kept: await send(get(kept.path)), gone: await send(get(gone.path)) }
  },

  judge({ before, bulk, kept, gone }, claim) {
    // AMBIGUOUS: AMB-100: 207 for operations that differ in outcome is seen, 200 is what the text has.
    claim('RFC7644-3.7-18', bulk).status(200, 207)
    claim('RFC7644-3.7-03', bulk).has('/schemas', [URN.bulkResponse])
    claim('RFC7644-3.7-05', bulk).lacks('/failOnErrors')
    const results = elementsOf(bodyOf(bulk), 'Operations').length
    claim('RFC7644-3.7.3-01', bulk).holds(results === 2, {
      what: 'number of results',
      expected: 2,
      actual: results,
    })
    const [old, now] = [bodyOf(before)?.displayName, bodyOf(kept)?.displayName]
    claim('RFC7644-3.2-14', kept)
      .status(200)
      .holds(now !== old, { expected: 'another value than before', actual: now, pointer: '/displayName' })
    claim('RFC7644-3.2-14', gone).status(404)
  },

  counterexample: ({ before, bulk, kept, gone }) => {
    const body = { schemas: [URN.bulkRequest], failOnErrors: 1, Operations: [] }
    return { before, bulk: answering(bulk, { status: 201, body }), kept: { ...before, id: kept.id }, gone }
  },
})
