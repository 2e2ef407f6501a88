import { bodyOf, defineCheck, get } from '#check'
import { answering, type Json } from '#scim'

export default defineCheck({
  id: 'errors/put-creates-nothing',
  title: 'A PUT to an id that does not exist creates nothing',
  proves: ['RFC7644-3.2-06'],
  needs: { resource: 'User', features: ['put'] },

  async act({ draft, missing, send }) {
    const path = missing('User')
    const put = await send({ method: 'PUT', path, body: draft('User') })
    return { put, after: await send(get(path)) }
  },

  judge({ put, after }, claim) {
    const status = put.response?.status ?? 0
    const detail = { what: 'status', expected: '4xx', actual: status }
    claim('RFC7644-3.2-06', put).holds(Math.trunc(status / 100) === 4, detail)
    claim('RFC7644-3.2-06', after).status(404)
  },

  counterexample: ({ put, after }) => {
    const body = (put.request.body ?? {}) as Json
    return {
      put: answering(put, { status: 201, body }),
      after: answering(after, { status: 200, body: bodyOf(put) }),
    }
  },
})
