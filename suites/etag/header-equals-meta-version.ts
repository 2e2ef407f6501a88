import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, header } from '#scim'

export default defineCheck({
  id: 'etag/header-equals-meta-version',
  title: 'GET has an ETag that equals meta.version',
  proves: ['RFC7643-3.1-25', 'RFC7644-3.14-02', 'RFC7644-3.14-03'],

  each: ({ features, resourceTypes }) =>
    resourceTypes.flatMap(({ name }) =>
      features.etag.offered && (name === 'User' || name === 'Group') ? [{ name }] : [],
    ),

  async act({ of, send, shared }) {
    const made = await shared(of.name)
    return { read: await send(get(made.path)) }
  },

  judge({ read }, claim) {
    const tag = header(read, 'etag')
    const version = pointTo(bodyOf(read), '/meta/version')
    claim('RFC7644-3.14-02', read)
      .status(200)
      .header('etag', '"…" or W/"…"', (value) => /^(W\/)?"[^"]*"$/.test(value))
    claim('RFC7644-3.14-03', read).has('/meta/version')
    claim('RFC7643-3.1-25', read).holds(version === undefined || tag === undefined || version === tag, {
      expected: tag ?? 'the ETag header',
      actual: version,
      pointer: '/meta/version',
    })
  },

  counterexample: ({ read }) => [
    { read: answering(read, { headers: { etag: undefined }, body: { ...bodyOf(read), meta: {} } }) },
    { read: answering(read, { body: { ...bodyOf(read), meta: { version: '7' } } }) },
  ],
})
