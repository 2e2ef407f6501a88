import { defineCheck, get, reading } from '#check'
import { answering, header } from '#scim'

export default defineCheck({
  id: 'etag/unchanged-answers-304',
  title: 'GET with the current tag in If-None-Match answers 304, no body',
  proves: ['RFC7644-3.14-05'],
  needs: { features: ['etag'], resource: 'User' },

  async act({ shared, send, blocked }) {
    const user = await shared('User')
    const first = await send(get(user.path))
    const tag = header(first, 'etag') ?? blocked('GET gave no ETag')
    return { first, again: await send({ ...get(user.path), headers: { 'if-none-match': tag } }) }
  },

  judge({ first, again }, claim) {
    const { status, text = '' } = again.response ?? {}
    const [expected = null, actual] = [header(first, 'etag'), header(again, 'etag')]
    claim('RFC7644-3.14-05', again)
      .status(304, reading('AMB-092/no-304', 200))
      .holds(status !== 304 || text === '', { expected: 'no body', actual: text || undefined })
      // Nobody wrote to it: a tag that moves all the same helps nobody.
      .holds(actual === undefined || actual === expected, { what: 'header etag', expected, actual })
  },

  counterexample: ({ first, again }) => ({ first, again: answering(again, { status: 412 }) }),
})
