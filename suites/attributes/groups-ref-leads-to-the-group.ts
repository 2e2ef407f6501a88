import { bodyOf, defineCheck, get } from '#check'
import { type Exchange, member } from '#scim'
import { firstIn, follow, leadsTo, lost } from './references.part.ts'

const groupOf = (read: Exchange) => firstIn(member(bodyOf(read), 'groups'))

export default defineCheck({
  id: 'attributes/groups-ref-leads-to-the-group',
  title: 'The $ref in the groups of a User is the address of the Group',
  proves: ['RFC7643-4.1.2-23', 'RFC7643-2.3.7-07'],
  needs: { resource: ['User', 'Group'], attributes: ['groups'] },
  requests: () => 4,

  async act(act) {
    const { given, send, notOffered } = act
    const user = await given('User')
    await given('Group', { members: [{ value: user.id }] })
    const read = await send(get(user.path))
    const reference = groupOf(read)?.$ref
    if (typeof reference !== 'string') notOffered('the target shows no $ref in groups')
    return { read, target: await follow(act, read, reference) }
  },

  judge({ read, target }, claim) {
    const { value } = groupOf(read) ?? {}
    const detail = { what: 'what is at $ref', expected: value ?? null, actual: target.response?.body }
    claim('RFC7643-4.1.2-23', target).holds(leadsTo(target, value), detail)
    claim('RFC7643-2.3.7-07', target).holds(leadsTo(target, value), detail)
  },

  counterexample: ({ read, target }) => ({ read, target: lost(target) }),
})
