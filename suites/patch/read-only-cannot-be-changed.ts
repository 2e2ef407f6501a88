import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, type Exchange, type Json } from '#scim'
import { stayed } from './values.part.ts'

const POINTERS = ['/id', '/meta/created', '/meta/resourceType']

const REPLACED: readonly (readonly [path: string, value: Json])[] = [
  ['id', 'chosen-by-the-client'],
  ['meta.created', '1999-01-01T00:00:00Z'],
  ['meta.resourceType', 'Group'],
]

/** Refused, or left alone in spite of a success: the latter only one reading allows. */
function answerTo(exchange: Exchange, unchanged: boolean) {
  const status = exchange.response?.status ?? 0
  const ignored = status >= 200 && status < 300 && unchanged
  const detail = { what: 'status', expected: '4xx', actual: status }
  return {
    ok: (status >= 400 && status < 500) || ignored,
    detail: ignored ? { ...detail, reading: 'AMB-050/ignored' as const } : detail,
  }
}

export default defineCheck({
  id: 'patch/read-only-cannot-be-changed',
  title: 'PATCH of a readOnly attribute is refused and changes nothing',
  proves: ['RFC7644-3.5.2-13', 'RFC7643-7-27', 'RFC7644-3.5.2.2-09'],
  needs: { features: ['patch'], resource: 'User' },

  async act({ given, send }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const replaced: Exchange[] = []
    for (const [path, value] of REPLACED)
      replaced.push(await send(patch(user.path, { op: 'replace', path, value })))
    const removed = await send(patch(user.path, { op: 'remove', path: 'meta' }))
    return { before, replaced, removed, after: await send(get(user.path)) }
  },

  judge({ before, replaced, removed, after }, claim) {
    const states = POINTERS.map((pointer) => stayed(before, after, pointer))
    const unchanged = states.every(([same]) => same)
    for (const one of replaced) {
      const { ok, detail } = answerTo(one, unchanged)
      claim('RFC7644-3.5.2-13', one).holds(ok, detail)
    }
    const { ok, detail } = answerTo(removed, unchanged)
    claim('RFC7644-3.5.2.2-09', removed).holds(ok, detail)
    for (const state of states) claim('RFC7643-7-27', after).holds(...state)
  },

  counterexample: ({ before, replaced, removed, after }) => ({
    before,
    replaced: replaced.map((one) => answering(one, { status: 204, body: undefined })),
    removed: answering(removed, { status: 204, body: undefined }),
    after: answering(after, { body: { ...bodyOf(after), id: 'chosen-by-the-client', meta: null } }),
  }),
})
