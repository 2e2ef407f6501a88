import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, header, member } from '#scim'
import { offeredWrites, rename } from './writes.part.ts'

export default defineCheck({
  id: 'etag/stale-if-match-is-refused',
  title: 'A write with an outdated If-Match is refused and changes nothing',
  proves: ['RFC7644-3.12-15', 'RFC7644-3.14-06'],
  needs: { features: ['etag'], resource: 'User', attributes: ['displayName'] },
  breaks:
    'ThunderID: two writers with the same ETag both succeeded, one change was lost (thunder-id/thunderid#5110). Cost: data lost.',

  each: offeredWrites,

  async act({ of, given, mark, send, blocked }) {
    const user = await given('User')
    const tag = header(await send(get(user.path)), 'etag') ?? blocked('GET gave no ETag')
    await send(rename(of.name, user, mark('first'), tag))
    const before = await send(get(user.path))
    if (header(before, 'etag') === tag) blocked('the ETag did not change with the User')
    const late = await send(rename(of.name, user, mark('second'), tag))
    return { before, late, after: await send(get(user.path)) }
  },

  judge({ before, late, after }, claim) {
    const expected = member(bodyOf(before), 'displayName') ?? null
    const mismatch = reading('AMB-089/409', 409)
    claim('RFC7644-3.12-15', late).status(412, mismatch)
    claim('RFC7644-3.14-06', late).status(412, mismatch)
    const [was = null, is] = [header(before, 'etag'), header(after, 'etag')]
    claim('RFC7644-3.14-06', after)
      .status(200)
      .has('/displayName', expected)
      .holds(is === was, { what: 'header etag', expected: was, actual: is })
  },

  counterexample: ({ before, late, after }) => ({
    before,
    late: answering(late, { status: 200, body: bodyOf(after) }),
    after: answering(after, { body: { ...bodyOf(after), displayName: 'second' } }),
  }),
})
