import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'put/id-in-the-body-is-ignored',
  title: 'An id in a PUT body that differs from the URL changes nothing',
  proves: ['RFC7643-3.1-11', 'RFC7643-7-27', 'RFC7644-3.5.1-13'],
  needs: { features: ['put'], resource: 'User', attributes: ['displayName'] },

  async act({ given, mark, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    // With a real change: a PUT that changes nothing may not reach the store at all.
    const body = { ...user.sent, displayName: mark('endret'), id: mark('other') }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim) {
    const id = member(bodyOf(before), 'id') ?? 'the id'
    claim('RFC7644-3.5.1-13', put).status(
      200,
      reading('AMB-044/204', 204),
      reading('AMB-041/400-for-id', 400),
    )
    claim('RFC7643-3.1-11', after).status(200).has('/id', id)
    claim('RFC7643-7-27', after).has('/id', id)
  },

  counterexample: ({ before, put, after }) => ({
    before,
    put: answering(put, { status: 500 }),
    after: answering(after, { body: { ...bodyOf(after), id: member(put.request.body, 'id') ?? null } }),
  }),
})
