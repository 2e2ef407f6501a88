import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, type JsonObject } from '#scim'
import { sameValue } from './same-value.part.ts'

export default defineCheck({
  id: 'put/leaves-others-alone',
  title: 'A PUT to one User leaves another as it was',
  proves: ['RFC7643-3.1-23', 'RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },

  async act({ given, shared, mark, send }) {
    const [user, other] = [await given('User'), await shared('User')]
    const before = await send(get(other.path))
    const body = { ...user.sent, displayName: mark('endret'), active: false }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { put, before, after: await send(get(other.path)) }
  },

  judge({ put, before, after }, claim) {
    const names = Object.keys((put.request.body ?? {}) as JsonObject).filter((name) => name !== 'schemas')
    claim('RFC7644-3.5.1-04', put).succeeds()
    claim('RFC7644-3.5.1-04', after).status(200)
    for (const name of names) claim('RFC7644-3.5.1-04', after).holds(...sameValue(before, after, name))
    const pointer = '/meta/lastModified'
    const [expected, actual] = [before, after].map((one) => pointTo(bodyOf(one), pointer) ?? null)
    claim('RFC7643-3.1-23', after).holds(actual === expected, { expected: expected ?? null, actual, pointer })
  },

  counterexample: ({ put, before, after }) => ({
    put,
    before,
    after: answering(after, {
      body: { ...bodyOf(after), active: false, meta: { lastModified: '2038-01-19T03:14:07Z' } },
    }),
  }),
})
