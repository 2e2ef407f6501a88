import { defineCheck, get, reading } from '#check'
import { answering, header } from '#scim'

export default defineCheck({
  id: 'etag/unchanged-answers-304',
  title: 'GET with the current tag in If-None-Match answers 304, no body',
  proves: ['RFC7644-3.14-05'],
  needs: { features: ['etag'], resource: 'User' },

  async act({ given, send, blocked }) {
    const user = await given('User')
    const first = await send(get(user.path))
    const tag = header(first, 'etag') ?? blocked('GET gave no ETag')
    return { first, again: await send({ ...get(user.path), headers: { 'if-none-match': tag } }) }
  },

  judge({ again }, claim) {
    const { status, text = '' } = again.response ?? {}
    claim('RFC7644-3.14-05', again)
      .status(304, reading('AMB-092/no-304', 200))
      .holds(status !== 304 || text === '', { expected: 'no body', actual: text || undefined })
  },

  counterexample: ({ first, again }) => ({ first, again: answering(again, { status: 412 }) }),
})
