import { bodyOf, defineCheck, get } from '#check'
import { answering, header, member } from '#scim'

export default defineCheck({
  id: 'etag/changes-with-the-resource',
  title: 'A changed User has another ETag and is sent again',
  proves: ['RFC7644-3.14-05'],
  needs: { features: ['etag', 'put'], resource: 'User', attributes: ['displayName'] },

  async act({ given, mark, send, blocked }) {
    const user = await given('User')
    const first = await send(get(user.path))
    const tag = header(first, 'etag') ?? blocked('GET gave no ETag')
    const body = { ...user.sent, displayName: mark('endret') }
    const put = await send({ method: 'PUT', path: user.path, body })
    const again = await send({ ...get(user.path), headers: { 'if-none-match': tag } })
    return { first, put, again }
  },

  judge({ first, put, again }, claim) {
    const tag = header(first, 'etag')
    claim('RFC7644-3.14-05', put).succeeds()
    claim('RFC7644-3.14-05', again)
      .status(200)
      .header('etag', `other than ${tag}`, (value) => value !== tag)
      .holds(member(bodyOf(again), 'id') === member(bodyOf(first), 'id'), {
        expected: member(bodyOf(first), 'id') ?? 'the id',
        actual: member(bodyOf(again), 'id'),
        pointer: '/id',
      })
  },

  counterexample: ({ first, put, again }) => ({
    first,
    put,
    again: answering(again, { status: 304, body: undefined, headers: { etag: header(first, 'etag') } }),
  }),
})
