import { bodyOf, defineCheck, get } from '#check'
import { answering } from '#scim'
import { nameIs, nameSent, outcomeOf, renames, sendBulk } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/last-of-several-wins',
  title: 'Operations on one resource end as if done one by one',
  proves: ['RFC7644-3.7-26'],
  needs: { features: ['bulk', 'patch'], resource: 'User', attributes: ['displayName'] },

  async act(act) {
    const { given, mark, send } = act
    const { path } = await given('User')
    // In the order of the alphabet they would end elsewhere.
    const Operations = ['c-foerst', 'a-saa', 'b-sist'].map((name) => renames(path, mark(name)))
    const bulk = await sendBulk(act, { Operations })
    return { bulk, after: await send(get(path)) }
  },

  judge({ bulk, after }, claim) {
    const actual = [0, 1, 2].map((at) => outcomeOf(bulk, at))
    const done = actual.every((status) => /^20[04]$/.test(status))
    claim('RFC7644-3.7-26', bulk).holds(done, {
      what: 'status of the results',
      expected: '200 or 204',
      actual,
    })
    claim('RFC7644-3.7-26', after)
      .status(200)
      .holds(...nameIs(after, nameSent(bulk, 2)))
  },

  counterexample: ({ bulk, after }) => ({
    bulk,
    after: answering(after, { body: { ...bodyOf(after), displayName: nameSent(bulk, 0) } }),
  }),
})
