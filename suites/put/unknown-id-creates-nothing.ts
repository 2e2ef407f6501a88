import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type Json, member } from '#scim'

export default defineCheck({
  id: 'put/unknown-id-creates-nothing',
  title: 'PUT on an id that never existed answers 404 and creates nothing',
  proves: ['RFC7644-3.2-06', 'RFC7644-3.5.1-02', 'RFC7644-3.12-13'],
  needs: { features: ['put', 'filter'], resource: 'User' },

  async act({ draft, endpoint, missing, send }) {
    const path = missing('User')
    const body = draft('User')
    const put = await send({ method: 'PUT', path, body })
    const read = await send(get(path))
    const filter = `userName eq "${String(body.userName)}"`
    const list = await send(get(endpoint('User'), { filter }))
    // In case it was created after all: PUT is not among the creates that are cleaned up.
    await send({ method: 'DELETE', path })
    return { put, read, list }
  },

  judge({ put, read, list }, claim) {
    claim('RFC7644-3.12-13', put).status(404)
    claim('RFC7644-3.2-06', put).holds(Math.trunc((put.response?.status ?? 0) / 100) === 4, {
      what: 'status',
      expected: 'a refusal',
      actual: put.response?.status,
    })
    claim('RFC7644-3.5.1-02', read).status(404)
    const nameOf = (resource: Json | undefined) => String(member(resource, 'userName')).toLowerCase()
    const found = resourcesIn(list).filter((one) => nameOf(one) === nameOf(put.request.body))
    claim('RFC7644-3.5.1-02', list).holds(found.length === 0, {
      expected: 'no such User',
      actual: found,
      pointer: '/Resources',
    })
  },

  counterexample: ({ put, read, list }) => ({
    put: answering(put, { status: 201, body: { id: 'new' } }),
    read: answering(read, { status: 200, body: { id: 'new' } }),
    list: answering(list, { body: { ...bodyOf(list), Resources: [put.request.body ?? null] } }),
  }),
})
