import { bodyOf, defineCheck, get, patch } from '#check'
import { answering, type Exchange } from '#scim'
import { stayed } from './values.part.ts'

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
  proves: ['RFC7644-3.5.2-13', 'RFC7643-7-27'],
  needs: { features: ['patch'], resource: 'User' },

  each: () => [
    { name: 'id', pointer: '/id', value: 'chosen-by-the-client' },
    { name: 'meta.created', pointer: '/meta/created', value: '1999-01-01T00:00:00Z' },
    { name: 'meta.resourceType', pointer: '/meta/resourceType', value: 'Group' },
  ],

  async act({ given, send, of }) {
    const user = await given('User')
    const before = await send(get(user.path))
    const replaced = await send(patch(user.path, { op: 'replace', path: of.name, value: of.value }))
    return { before, replaced, after: await send(get(user.path)) }
  },

  judge({ before, replaced, after }, claim, { of: { pointer } }) {
    const [unchanged, value] = stayed(before, after, String(pointer))
    const { ok, detail } = answerTo(replaced, unchanged)
    claim('RFC7644-3.5.2-13', replaced).holds(ok, detail)
    claim('RFC7643-7-27', after).holds(unchanged, value)
  },

  counterexample: ({ before, replaced, after }, { of }) => ({
    before,
    replaced: answering(replaced, { status: 204, body: undefined }),
    after: answering(after, { body: { ...bodyOf(after), id: of.value, meta: { created: of.value } } }),
  }),
})
