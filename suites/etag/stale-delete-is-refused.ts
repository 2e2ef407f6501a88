import { defineCheck, get, reading } from '#check'
import { answering, header } from '#scim'
import { rename } from './writes.part.ts'

export default defineCheck({
  id: 'etag/stale-delete-is-refused',
  title: 'A DELETE with an outdated If-Match deletes nothing',
  proves: ['RFC7644-3.12-15'],
  needs: { features: ['etag', 'put'], resource: 'User', attributes: ['displayName'] },
  breaks: 'A user is deleted whom somebody else has just taken back: incident family D2.',

  async act({ given, mark, send, blocked }) {
    const user = await given('User')
    const tag = header(await send(get(user.path)), 'etag') ?? blocked('GET gave no ETag')
    const changed = await send(rename('PUT', user, mark('first')))
    if (header(changed, 'etag') === tag) blocked('the ETag did not change with the User')
    const late = await send({ method: 'DELETE', path: user.path, headers: { 'if-match': tag } })
    return { late, after: await send(get(user.path)) }
  },

  judge({ late, after }, claim) {
    const status = late.response?.status
    const mismatch = reading('AMB-089/409', 409)
    // RFC 7644 names PUT and PATCH only; that a condition counts for a DELETE is said by HTTP.
    const ignored = [200, 204].map((one) => reading('AMB-091/delete-not-conditional', one))
    claim('RFC7644-3.12-15', late).status(412, mismatch, ...ignored)
    if (status === 412 || status === 409) claim('RFC7644-3.12-15', after).status(200)
  },

  counterexample: ({ late, after }) => [
    { late, after: answering(after, { status: 404, body: undefined }) },
    { late: answering(late, { status: 500, body: undefined }), after },
  ],
})
