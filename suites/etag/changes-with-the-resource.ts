import { bodyOf, defineCheck, get } from '#check'
import { answering, header, member } from '#scim'
import { offeredWrites, rename } from './writes.part.ts'

export default defineCheck({
  id: 'etag/changes-with-the-resource',
  title: 'A changed User has another ETag and is sent again',
  proves: ['RFC7644-3.14-05'],
  needs: { features: ['etag'], resource: 'User', attributes: ['displayName'] },

  each: offeredWrites,

  async act({ of, given, mark, send, blocked }) {
    const user = await given('User')
    const first = await send(get(user.path))
    const tag = header(first, 'etag') ?? blocked('GET gave no ETag')
    const write = await send(rename(of.name, user, mark('endret')))
    const again = await send({ ...get(user.path), headers: { 'if-none-match': tag } })
    return { first, write, again }
  },

  judge({ first, write, again }, claim) {
    const tag = header(first, 'etag')
    claim('RFC7644-3.14-05', write).succeeds()
    claim('RFC7644-3.14-05', again)
      .status(200)
      .header('etag', `other than ${tag}`, (value) => value !== tag)
      .holds(member(bodyOf(again), 'id') === member(bodyOf(first), 'id'), {
        expected: member(bodyOf(first), 'id') ?? 'the id',
        actual: member(bodyOf(again), 'id'),
        pointer: '/id',
      })
  },

  counterexample: ({ first, write, again }) => ({
    first,
    write,
    again: answering(again, { status: 304, body: undefined, headers: { etag: header(first, 'etag') } }),
  }),
})
