import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'read/reading-changes-nothing',
  title: 'Reading a resource twice gives the same version and dates',
  proves: ['RFC7644-3.2-04'],
  needs: { resource: 'User' },

  async act({ shared, send }) {
    const user = await shared('User')
    const first = await send(get(user.path))
    return { first, second: await send(get(user.path)) }
  },

  judge({ first, second }, claim) {
    const again = claim('RFC7644-3.2-04', second).status(200)
    for (const pointer of ['/id', '/meta/created', '/meta/lastModified', '/meta/version']) {
      const expected = pointTo(bodyOf(first), pointer)
      if (expected !== undefined && expected !== null) again.has(pointer, expected)
    }
  },

  counterexample: ({ first, second }) => ({
    first,
    second: answering(second, {
      body: { ...bodyOf(second), meta: { lastModified: '2038-01-19T03:14:07Z' } },
    }),
  }),
})
