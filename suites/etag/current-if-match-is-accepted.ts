import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, header, type Json, member } from '#scim'
import { offeredWrites, rename } from './writes.part.ts'

export default defineCheck({
  id: 'etag/current-if-match-is-accepted',
  title: 'A write with the current tag in If-Match, weak or not, is done',
  proves: ['RFC7644-3.14-06'],
  needs: { features: ['etag'], resource: 'User', attributes: ['displayName'] },
  breaks:
    'SCIM-SDK answered 412 to the current ETag although the change was made (Captain-P-Goldfish/SCIM-SDK#746). Cost: provisioning blocked.',

  each: offeredWrites,

  async act({ of, given, mark, send, blocked }) {
    const user = await given('User')
    const first = await send(get(user.path))
    const tag = header(first, 'etag') ?? blocked('GET gave no ETag')
    const write = await send(rename(of.name, user, mark('endret'), tag))
    const after = await send(get(user.path))
    const anyTag = await send(rename(of.name, user, mark('igjen'), '*'))
    return { first, write, after, anyTag }
  },

  judge({ first, write, after, anyTag }, claim) {
    const changed = (value: Json | undefined) => value !== member(bodyOf(first), 'displayName')
    claim('RFC7644-3.14-06', write).status(200, 204)
    // "*" stands for whatever is there.
    const refused = [409, 412].map((status) => reading('AMB-090/star-refused', status))
    claim('RFC7644-3.14-06', anyTag).status(200, 204, ...refused)
    claim('RFC7644-3.14-06', after)
      .status(200)
      .holds(changed(member(bodyOf(after), 'displayName')), {
        expected: 'the new displayName',
        actual: member(bodyOf(after), 'displayName'),
        pointer: '/displayName',
      })
  },

  counterexample: ({ first, write, after, anyTag }) => ({
    first,
    write: answering(write, { status: 412 }),
    after,
    anyTag,
  }),
})
