import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'put/renaming-keeps-the-id',
  title: 'A PUT with another userName keeps the id and the created date',
  proves: ['RFC7643-3.1-07', 'RFC7643-3.1-21', 'RFC7644-3.5.1-04'],
  needs: { features: ['put'], resource: 'User' },

  async act({ address, given, person, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const put = await send({
      method: 'PUT',
      path: user.path,
      body: { ...user.sent, userName: address(person().key) },
    })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim) {
    const sent = member(put.request.body, 'userName') ?? null
    const userName = member(bodyOf(after), 'userName')
    claim('RFC7643-3.1-07', after)
      .status(200)
      .has('/id', member(bodyOf(before), 'id') ?? null)
    claim('RFC7644-3.5.1-04', after).holds(String(userName).toLowerCase() === String(sent).toLowerCase(), {
      expected: sent,
      actual: userName,
      pointer: '/userName',
    })
    const created = pointTo(bodyOf(before), '/meta/created') ?? null
    const now = pointTo(bodyOf(after), '/meta/created')
    claim('RFC7643-3.1-21', after).holds(Date.parse(String(now)) === Date.parse(String(created)), {
      expected: created,
      actual: now,
      pointer: '/meta/created',
    })
  },

  counterexample: ({ before, put, after }) => [
    { before, put, after: answering(after, { status: 404, body: { detail: 'not found' } }) },
    {
      before,
      put,
      after: answering(after, { body: { ...bodyOf(after), meta: { created: '2038-01-19T03:14:07Z' } } }),
    },
  ],
})
