import { bodyOf, defineCheck, get } from '#check'
import { answering, header, type Json, member } from '#scim'
import { offeredWrites, rename } from './writes.part.ts'

export default defineCheck({
  id: 'etag/current-if-match-is-accepted',
  title: 'A write with the current tag in If-Match, weak or not, is done',
  proves: ['RFC7644-3.14-06'],
  needs: { features: ['etag'], resource: 'User', attributes: ['displayName'] },
  breaks:
    'SCIM-SDK answered 412 to the current ETag although the change was made (Captain-P-Goldfish/SCIM-SDK#746)',

  each: offeredWrites,

  async act({ of, given, mark, send, blocked }) {
    const user = await given('User')
    const first = await send(get(user.path))
    const tag = header(first, 'etag') ?? blocked('GET gave no ETag')
    const write = await send(rename(of.name, user, mark('endret'), tag))
    return { first, write, after: await send(get(user.path)) }
  },

  judge({ first, write, after }, claim) {
    const changed = (value: Json | undefined) => value !== member(bodyOf(first), 'displayName')
    claim('RFC7644-3.14-06', write).status(200, 204)
    claim('RFC7644-3.14-06', after)
      .status(200)
      .holds(changed(member(bodyOf(after), 'displayName')), {
        expected: 'the new displayName',
        actual: member(bodyOf(after), 'displayName'),
        pointer: '/displayName',
      })
  },

  counterexample: ({ first, write, after }) => ({ first, write: answering(write, { status: 412 }), after }),
})
