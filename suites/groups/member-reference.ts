import { bodyOf, defineCheck, elementsOf, get, pathBelow } from '#check'
import { answering, type Exchange, type Json, member } from '#scim'
import { groupToRead, membersToBe } from './members.part.ts'

const element = (exchange: Exchange): Json | undefined => elementsOf(bodyOf(exchange), 'members')[0]

export default defineCheck({
  id: 'groups/member-reference',
  title: 'The $ref of a member, where there is one, leads to the member',
  proves: ['RFC7643-4.2-05', 'RFC7643-2.4-03'],
  needs: { resource: ['Group', 'User'], attributes: ['members.value'] },

  async act(act) {
    const { send, facts } = act
    const [user] = await membersToBe(act, 1)
    const group = await groupToRead(act)
    const seen = await send(get(group.path))
    const path = pathBelow(facts.base, member(element(seen), '$ref'))
    return { group: seen, user: await send(get(path ?? user?.path ?? '')) }
  },

  judge({ group, user }, claim) {
    const one = element(group)
    const [reference, type] = [member(one, '$ref'), member(one, 'type')]
    const last = String(reference).replace(/\/+$/, '').split('/').at(-1) ?? ''
    const id = String(bodyOf(user)?.id)
    claim('RFC7643-4.2-05', user).status(200)
    claim('RFC7643-4.2-05', group).holds(
      reference === undefined || last === encodeURIComponent(id) || last === id,
      {
        what: 'members[0].$ref',
        expected: `the address of ${id}`,
        actual: reference,
      },
    )
    claim('RFC7643-2.4-03', group).holds(String(type).toLowerCase() !== 'group', {
      what: 'members[0].type',
      expected: 'User',
      actual: type,
    })
  },

  counterexample: ({ group, user }) => {
    const members = [{ value: 'x', $ref: '/Groups/x', type: 'Group' }]
    return { group: answering(group, { body: { ...bodyOf(group), members } }), user }
  },
})
