import { defineCheck, get } from '#check'
import { answering, header } from '#scim'
import { offeredWrites, rename } from './writes.part.ts'

export default defineCheck({
  id: 'etag/on-answers-to-writes',
  title: 'The answer to a write has the ETag that GET then gives',
  proves: ['RFC7644-3.14-02'],
  needs: { features: ['etag'], resource: 'User', attributes: ['displayName'] },

  each: (facts) => [{ name: 'POST' }, ...offeredWrites(facts)],

  async act({ of, given, mark, send, shared }) {
    if (of.name === 'POST') {
      const { created, path } = await shared('User')
      return { write: created, read: await send(get(path)) }
    }
    const user = await given('User')
    const write = await send(rename(of.name, user, mark('endret')))
    return { write, read: await send(get(user.path)) }
  },

  judge({ write, read }, claim) {
    const tag = header(read, 'etag')
    claim('RFC7644-3.14-02', write).succeeds()
    // A PATCH may be answered without a representation, and what has none need not be tagged.
    if (write.response?.status === 204 && header(write, 'etag') === undefined) return
    claim('RFC7644-3.14-02', write).header('etag', tag ?? '"…" or W/"…"', (value) => value === tag)
  },

  counterexample: ({ write, read }) => [
    { write: answering(write, { headers: { etag: undefined } }), read },
    { write: answering(write, { headers: { etag: 'W/"before the write"' } }), read },
  ],
})
