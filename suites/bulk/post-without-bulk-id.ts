import { defineCheck } from '#check'
import { answering, URN } from '#scim'
import { outcomeOf, placeOf, sendBulk } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/post-without-bulk-id',
  title: 'A POST without bulkId is refused, or done like any other',
  proves: ['RFC7644-3.7-08'],
  needs: { features: ['bulk'], resource: 'User' },

  async act(act) {
    const { draft, endpoint, send } = act
    const path = endpoint('User')
    const bulk = await sendBulk(act, { Operations: [{ method: 'POST', path, data: draft('User') }] })
    const place = outcomeOf(bulk, 0) === '201' ? placeOf(bulk, 0, path) : undefined
    return { bulk, made: place === undefined ? bulk : await send({ method: 'GET', path: place }) }
  },

  judge({ bulk, made }, claim) {
    // AMBIGUOUS: AMB-101: REQUIRED in one place, MAY in another; both answers are right.
    const actual = outcomeOf(bulk, 0)
    const expected = ['400', '201']
    claim('RFC7644-3.7-08', bulk).holds(expected.includes(actual), { what: 'status', expected, actual })
    if (actual === '201') claim('RFC7644-3.7-08', made).status(200).has('/id')
  },

  counterexample: ({ bulk }) => {
    const Operations = (status: string) => ({
      status: 200,
      body: { schemas: [URN.bulkResponse], Operations: [{ method: 'POST', status }] },
    })
    const lost = answering(bulk, Operations('201'))
    return [
      { bulk: lost, made: lost },
      { bulk: answering(bulk, Operations('500')), made: bulk },
    ]
  },
})
