import { bodyOf, defineCheck, elementsOf } from '#check'
import { answering, isObject, URN } from '#scim'
import { goodBadGood, nameIs, nameSent, resultOf, statusOf } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/stops-after-fail-on-errors',
  title: 'With failOnErrors 1 nothing is done after the first error',
  proves: ['RFC7644-3.7-22', 'RFC7644-3.7.3-06'],
  needs: { features: ['bulk', 'patch'], resource: 'User', attributes: ['displayName'] },

  act: (act) => goodBadGood(act, { failOnErrors: 1 }),

  judge({ bulk, after }, claim) {
    claim('RFC7644-3.7-22', bulk).status(200, 207)
    // What came before the error is done and stays, what comes after it is not.
    claim('RFC7644-3.7-22', after)
      .status(200)
      .holds(...nameIs(after, nameSent(bulk, 0)))
    const results = elementsOf(bodyOf(bulk), 'Operations')
    const actual = results.map((one) => statusOf(isObject(one) ? one.status : undefined))
    const told =
      /^2\d\d$/.test(statusOf(resultOf(bulk, 0)?.status)) && statusOf(resultOf(bulk, 1)?.status) === '404'
    const detail = { what: 'status of the results', expected: '200 or 204, 404, and no more', actual }
    // AMBIGUOUS: AMB-102: what was not done may be listed, but not as done.
    const undone = actual.length === 3 && !/^2/.test(actual[2] ?? '')
    claim('RFC7644-3.7.3-06', bulk).holds(
      told && (actual.length === 2 || undone),
      undone ? { ...detail, reading: 'AMB-102/undone-listed' } : detail,
    )
  },

  counterexample: ({ bulk, after }) => [
    { bulk, after: answering(after, { body: { ...bodyOf(after), displayName: nameSent(bulk, 2) } }) },
    {
      bulk: answering(bulk, {
        body: { schemas: [URN.bulkResponse], Operations: [{ method: 'PATCH', status: '404' }] },
      }),
      after,
    },
  ],
})
