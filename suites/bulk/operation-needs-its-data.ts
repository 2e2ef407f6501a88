import { bodyOf, defineCheck, get } from '#check'
import { answering, sameJson, URN } from '#scim'
import { outcomeOf, sendBulk } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/operation-needs-its-data',
  title: 'PUT and PATCH without data fail and change nothing',
  proves: ['RFC7644-3.7-13'],
  needs: { features: ['bulk', 'patch', 'put'], resource: 'User' },

  async act(act) {
    const { given, send } = act
    const { path } = await given('User')
    const before = await send(get(path))
    const Operations = ['PUT', 'PATCH'].map((method) => ({ method, path }))
    const bulk = await sendBulk(act, { Operations })
    return { before, bulk, after: await send(get(path)) }
  },

  judge({ before, bulk, after }, claim) {
    for (const at of [0, 1]) {
      const actual = outcomeOf(bulk, at)
      claim('RFC7644-3.7-13', bulk).holds(/^4\d\d$/.test(actual), { what: 'status', expected: '400', actual })
    }
    const [old, now] = [bodyOf(before) ?? null, bodyOf(after)]
    claim('RFC7644-3.7-13', after).holds(sameJson(old, now), { expected: old, actual: now })
  },

  counterexample: ({ before, bulk, after }) => {
    const Operations = ['PUT', 'PATCH'].map((method) => ({ method, status: '200' }))
    return { before, bulk: answering(bulk, { body: { schemas: [URN.bulkResponse], Operations } }), after }
  },
})
