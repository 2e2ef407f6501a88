import { defineCheck, get } from '#check'
import { answering, type JsonObject, URN } from '#scim'
import { outcomeOf, sendBulk } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/unknown-method-fails',
  title: 'An operation whose method bulk does not know fails',
  proves: ['RFC7644-3.7-07'],
  needs: { features: ['bulk'], resource: 'User' },

  async act(act) {
    const { given, send } = act
    const { path } = await given('User')
    const one = (operation: JsonObject) => sendBulk(act, { Operations: [operation] })
    const [unknown, none] = [await one({ method: 'GET', path }), await one({ path })]
    return { unknown, none, user: await send(get(path)) }
  },

  judge({ unknown, none, user }, claim) {
    for (const bulk of [unknown, none]) {
      // The whole request or the operation in it.
      const actual = outcomeOf(bulk, 0)
      claim('RFC7644-3.7-07', bulk).holds(/^(4\d\d|501)$/.test(actual), {
        what: 'status',
        expected: '400',
        actual,
      })
    }
    claim('RFC7644-3.7-07', user).status(200)
  },

  counterexample: ({ unknown, none, user }) => {
    const done = {
      status: 200,
      body: { schemas: [URN.bulkResponse], Operations: [{ method: 'GET', status: '200' }] },
    }
    return [
      { unknown: answering(unknown, done), none, user },
      { unknown, none: answering(none, done), user },
    ]
  },
})
