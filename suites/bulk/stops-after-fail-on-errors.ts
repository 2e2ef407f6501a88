import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, member, sameJson, URN } from '#scim'
import { failThenRename, statusOf } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/stops-after-fail-on-errors',
  title: 'With failOnErrors 1 nothing is done after the first error',
  proves: ['RFC7644-3.7-22', 'RFC7644-3.7.3-06'],
  needs: { features: ['bulk', 'patch'], resource: 'User', attributes: ['displayName'] },

  act: (act) => failThenRename(act, { failOnErrors: 1 }),

  judge({ before, bulk, after }, claim) {
    const [old, now] = [bodyOf(before)?.displayName ?? null, bodyOf(after)?.displayName]
    claim('RFC7644-3.7-22', bulk).status(200, 207)
    claim('RFC7644-3.7-22', after)
      .status(200)
      .holds(sameJson(now ?? null, old), { expected: old, actual: now, pointer: '/displayName' })
    // AMBIGUOUS: AMB-102: whether what was not done is listed; that the error is listed is sure.
    const actual = elementsOf(bodyOf(bulk), 'Operations').map((result) => member(result, 'status') ?? null)
    const hasError = actual.some((status) => /^4/.test(statusOf(status)))
    claim('RFC7644-3.7.3-06', bulk).holds(hasError, {
      what: 'status of the results',
      expected: '404 first',
      actual,
    })
  },

  counterexample: ({ before, bulk, after }) => ({
    before,
    bulk: answering(bulk, {
      body: { schemas: [URN.bulkResponse], Operations: [{ method: 'PATCH', status: '200' }] },
    }),
    after: answering(after, { body: { ...bodyOf(after), displayName: 'changed' } }),
  }),
})
