import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, member, URN } from '#scim'
import { failThenRename } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/goes-on-after-an-error',
  title: 'Without failOnErrors a bulk request goes on after an error',
  proves: ['RFC7644-3.7-20', 'RFC7644-3.7.3-05', 'RFC7644-3.7-15', 'RFC7644-3.7-17', 'RFC7644-3.7-18'],
  needs: { features: ['bulk', 'patch'], resource: 'User', attributes: ['displayName'] },

  act: (act) => failThenRename(act),

  judge({ before, bulk, after }, claim) {
    // AMBIGUOUS: AMB-100: 207 for operations that differ in outcome is seen, 200 is what the text has.
    claim('RFC7644-3.7-18', bulk).status(200, 207)
    const results = elementsOf(bodyOf(bulk), 'Operations')
    const failed = results.findIndex((result) => /^[45]/.test(String(member(result, 'status'))))
    const [old, now] = [bodyOf(before)?.displayName, bodyOf(after)?.displayName]
    for (const row of ['RFC7644-3.7-20', 'RFC7644-3.7.3-05'] as const) {
      claim(row, bulk).holds(results.length === 2, {
        what: 'number of results',
        expected: 2,
        actual: results.length,
      })
      claim(row, after).holds(now !== old, {
        expected: 'another value than before',
        actual: now,
        pointer: '/displayName',
      })
    }
    const at = `/Operations/${Math.max(0, failed)}/response`
    claim('RFC7644-3.7-15', bulk).has(at)
    claim('RFC7644-3.7-17', bulk).has(`${at}/schemas`, [URN.error]).has(`${at}/status`)
  },

  counterexample: ({ before, bulk, after }) => {
    const Operations = [{ method: 'PATCH', status: '404' }]
    const body = { schemas: [URN.bulkResponse], Operations }
    const stopped = answering(bulk, { status: 404, body })
    return [
      { before, bulk: stopped, after },
      { before, bulk: answering(bulk, { body }), after: { ...before, id: after.id } },
    ]
  },
})
