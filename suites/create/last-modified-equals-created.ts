import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/last-modified-equals-created',
  title: 'lastModified of a new resource is the instant it was created',
  proves: ['RFC7643-3.1-22'],
  needs: { resource: 'User' },

  async act({ shared, sharedMark, send }) {
    // Of its own: what others make it a member or manager of may touch a user.
    const user = await shared('User', { externalId: sharedMark('untouched') })
    return { read: await send(get(user.path)) }
  },

  judge({ read }, claim) {
    const meta = member(read.response?.body, 'meta')
    const created = member(meta, 'created')
    const lastModified = member(meta, 'lastModified')
    const apart = Math.abs(Date.parse(String(lastModified)) - Date.parse(String(created)))
    const almost = apart > 0 && apart <= 1000
    claim('RFC7643-3.1-22', read).holds(apart === 0 || almost, {
      expected: created ?? 'the same as meta.created',
      actual: lastModified,
      pointer: '/meta/lastModified',
      ...(almost ? { reading: reading('AMB-019/within-a-second', lastModified).reading } : {}),
    })
  },

  counterexample: ({ read }) => ({
    read: answering(read, {
      body: {
        ...bodyOf(read),
        meta: { created: '2026-01-01T10:00:00Z', lastModified: '2026-01-01T10:00:07Z' },
      },
    }),
  }),
})
