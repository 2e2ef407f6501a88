import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'put/moves-last-modified',
  title: 'A PUT that changes a User moves lastModified forward',
  proves: ['RFC7643-3.1-23'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },

  waits: 1_100,

  async act({ given, mark, send, wait }) {
    const user = await given('User')
    const before = await send(get(user.path))
    // Many stores keep whole seconds: a change within the same one would not show.
    await wait(1_100)
    const body = { ...user.sent, displayName: mark('endret') }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim) {
    const was = pointTo(bodyOf(before), '/meta/lastModified')
    const now = pointTo(bodyOf(after), '/meta/lastModified')
    claim('RFC7643-3.1-23', put).succeeds()
    claim('RFC7643-3.1-23', after).holds(Date.parse(String(now)) > Date.parse(String(was)), {
      expected: `later than ${String(was)}`,
      actual: now,
      pointer: '/meta/lastModified',
    })
  },

  counterexample: ({ before, put }) => ({ before, put, after: answering(before, {}) }),
})
