import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, URN } from '#scim'
import { goodBadGood, nameIs, nameSent, PROCESSED, resultOf, statusOf, withResult } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/goes-on-after-an-error',
  title: 'Without failOnErrors a bulk request goes on after an error',
  proves: [
    'RFC7644-3.7-04',
    'RFC7644-3.7-15',
    'RFC7644-3.7-17',
    'RFC7644-3.7-18',
    'RFC7644-3.7-20',
    'RFC7644-3.7.3-04',
    'RFC7644-3.7.3-05',
  ],
  needs: { features: ['bulk', 'patch'], resource: 'User', attributes: ['displayName'] },

  act: (act) => goodBadGood(act),

  judge({ bulk, after }, claim) {
    claim('RFC7644-3.7-18', bulk).status(...PROCESSED)
    claim('RFC7644-3.7-04', bulk).status(200, 207)
    const actual = elementsOf(bodyOf(bulk), 'Operations').length
    for (const row of ['RFC7644-3.7-20', 'RFC7644-3.7.3-05'] as const) {
      claim(row, bulk).holds(actual === 3, { what: 'number of results', expected: 3, actual })
      claim(row, after).holds(...nameIs(after, nameSent(bulk, 2)))
    }
    const error = '/Operations/1/response'
    const status = statusOf(resultOf(bulk, 1)?.status)
    claim('RFC7644-3.7-15', bulk).has(error)
    claim('RFC7644-3.7-17', bulk).has(`${error}/schemas`, [URN.error])
    const inside = bodyOf(bulk) && (resultOf(bulk, 1)?.response as { status?: unknown } | undefined)?.status
    // AMB-017: a number is seen; that is for the checks of errors to judge.
    claim('RFC7644-3.7-17', bulk).holds(String(inside) === status, {
      expected: status,
      actual: String(inside),
      pointer: `${error}/status`,
    })
    claim('RFC7644-3.7.3-04', bulk).has(`${error}/detail`)
  },

  counterexample: ({ bulk, after }) => {
    const Operations = [{ method: 'PATCH', status: '404' }]
    const body = { schemas: [URN.bulkResponse], Operations }
    const before = answering(after, { body: { ...bodyOf(after), displayName: nameSent(bulk, 0) } })
    const other = { schemas: [URN.error], status: '500' }
    return [
      { bulk: answering(bulk, { status: 404, body }), after },
      { bulk: answering(bulk, { body }), after: before },
      { bulk: answering(bulk, { body: withResult(bulk, 1, { response: other }) }), after },
    ]
  },
})
