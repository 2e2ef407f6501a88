import { defineCheck, get } from '#check'
import { answering, header } from '#scim'

export default defineCheck({
  id: 'etag/on-answers-to-writes',
  title: 'The answer to a create or PUT has the ETag that GET then gives',
  proves: ['RFC7644-3.14-02'],
  needs: { features: ['etag'], resource: 'User', attributes: ['displayName'] },

  each: ({ features }) => [{ name: 'POST' }, ...(features.put.offered ? [{ name: 'PUT' }] : [])],

  async act({ of, given, mark, send }) {
    const user = await given('User')
    const body = { ...user.sent, displayName: mark('endret') }
    const put = () => send({ method: 'PUT', path: user.path, body })
    return { write: of.name === 'PUT' ? await put() : user.created, read: await send(get(user.path)) }
  },

  judge({ write, read }, claim) {
    const tag = header(read, 'etag')
    claim('RFC7644-3.14-02', write).succeeds()
    claim('RFC7644-3.14-02', write).header('etag', tag ?? '"…" or W/"…"', (value) => value === tag)
  },

  counterexample: ({ write, read }) => [
    { write: answering(write, { headers: { etag: undefined } }), read },
    { write: answering(write, { headers: { etag: 'W/"before the write"' } }), read },
  ],
})
