import { bodyOf, defineCheck, get } from '#check'
import { type Exchange, member, URN } from '#scim'
import { firstIn, follow, leadsTo, lost } from './references.part.ts'

const managerOf = (read: Exchange) => firstIn(member(member(bodyOf(read), URN.enterpriseUser), 'manager'))

export default defineCheck({
  id: 'attributes/manager-ref-leads-to-the-manager',
  title: 'The $ref of a manager is the address of that User',
  proves: ['RFC7643-4.3-02', 'RFC7643-2.3.7-07'],
  needs: { resource: 'User', attributes: [`${URN.enterpriseUser}:manager`] },
  requests: () => 3,

  async act(act) {
    const { given, send, shared, notOffered } = act
    const boss = await shared('User')
    const user = await given('User', { [URN.enterpriseUser]: { manager: { value: boss.id } } })
    const read = await send(get(user.path))
    const reference = managerOf(read)?.$ref
    if (typeof reference !== 'string') notOffered('the target shows no $ref of the manager')
    return { read, target: await follow(act, read, reference) }
  },

  judge({ read, target }, claim) {
    const { value } = managerOf(read) ?? {}
    const detail = { what: 'what is at $ref', expected: value ?? null, actual: target.response?.body }
    claim('RFC7643-4.3-02', target).holds(leadsTo(target, value), detail)
    claim('RFC7643-2.3.7-07', target).holds(leadsTo(target, value), detail)
  },

  counterexample: ({ read, target }) => ({ read, target: lost(target) }),
})
