import { bodyOf, defineCheck, get } from '#check'
import { answering, type Exchange, member } from '#scim'
import { firstIn, follow, isCanonical, isFollowable, leadsTo, lost } from './references.part.ts'

const memberOf = (read: Exchange) => firstIn(member(bodyOf(read), 'members'))

export default defineCheck({
  id: 'attributes/members-ref-leads-to-the-member',
  title: 'The $ref of a member is an address at which the member is',
  proves: ['RFC7643-2.3.7-03', 'RFC7643-2.3.7-06', 'RFC7643-2.3.7-07', 'RFC7643-2.4-07'],
  needs: { resource: ['Group', 'User'], attributes: ['members'] },
  breaks: 'References that lead nowhere behind a proxy: incident family P3',
  requests: () => 4,

  async act(act) {
    const { given, send, notOffered } = act
    const user = await given('User')
    const group = await given('Group', { members: [{ value: user.id }] })
    const read = await send(get(group.path))
    const reference = memberOf(read)?.$ref
    if (typeof reference !== 'string') notOffered('the target shows no $ref of members')
    return { read, target: await follow(act, read, reference) }
  },

  judge({ read, target }, claim) {
    const { $ref = null, value } = memberOf(read) ?? {}
    const detail = { what: '$ref', expected: 'the address of the member', actual: $ref }
    const found = { what: 'what is at $ref', expected: value ?? null, actual: target.response?.body }
    claim('RFC7643-2.3.7-06', read).holds(isFollowable($ref), detail)
    claim('RFC7643-2.4-07', read).holds(isCanonical($ref), { ...detail, expected: 'in canonical form' })
    claim('RFC7643-2.3.7-03', target).holds(leadsTo(target, value), found)
    claim('RFC7643-2.3.7-07', target).holds(leadsTo(target, value), found)
  },

  counterexample: ({ read, target }) => {
    const other = ($ref: string) =>
      answering(read, { body: { ...bodyOf(read), members: [{ ...memberOf(read), $ref }] } })
    return [
      { read, target: lost(target) },
      { read: other('urn:uuid:2819c223'), target },
      { read: other('HTTP://Host:80/Users/../Users/1'), target },
    ]
  },
})
