import { defineCheck, get, patch } from '#check'
import { answering, header } from '#scim'

export default defineCheck({
  id: 'etag/group-changes-with-its-members',
  title: 'A group that gets a member has another ETag and is sent again',
  proves: ['RFC7644-3.14-05'],
  needs: { features: ['etag', 'patch'], resource: ['Group', 'User'], attributes: ['members'] },
  breaks: 'A client that asks for changes only never learns who has joined: incident family D2.',

  async act({ given, send, blocked }) {
    const user = await given('User')
    const group = await given('Group')
    const first = await send(get(group.path))
    const tag = header(first, 'etag') ?? blocked('GET gave no ETag')
    const joined = patch(group.path, { op: 'add', path: 'members', value: [{ value: user.id }] })
    const write = await send(joined)
    const again = await send({ ...get(group.path), headers: { 'if-none-match': tag } })
    return { first, write, again }
  },

  judge({ first, write, again }, claim) {
    const tag = header(first, 'etag')
    claim('RFC7644-3.14-05', write).succeeds()
    claim('RFC7644-3.14-05', again)
      .status(200)
      .header('etag', `other than ${tag}`, (value) => value !== tag)
  },

  counterexample: ({ first, write, again }) => ({
    first,
    write,
    again: answering(again, { status: 304, body: undefined, headers: { etag: header(first, 'etag') } }),
  }),
})
