import { bodyOf, defineCheck, get, patch } from '#check'
import { answering } from '#scim'
import { membersAre, membersSent } from './members.part.ts'

export default defineCheck({
  id: 'fiks-current/two-ways-to-remove-a-member',
  title: 'A value path and a list of values both remove just that member',
  proves: ['fiks/F-54'],
  needs: { features: ['patch'], resource: ['Group', 'User'] },
  breaks: 'Entra: sends a list of values; taken as "all", the group loses every member (AMB-063).',

  each: () => [
    { name: 'value-path', list: false },
    { name: 'list-of-values', list: true },
  ],

  async act({ given, send, of }) {
    const [first, second, third] = [await given('User'), await given('User'), await given('User')]
    const group = await given('Group', { members: [first, second, third].map(({ id }) => ({ value: id })) })
    const before = await send(get(group.path))
    const byPath = { op: 'remove', path: `members[value eq ${JSON.stringify(second.id)}]` }
    const byList = { op: 'remove', path: 'members', value: [{ value: second.id }] }
    const removed = await send(patch(group.path, of.list ? byList : byPath))
    return { created: group.created, before, removed, after: await send(get(group.path)) }
  },

  judge({ created, before, removed, after }, claim) {
    const [first = '', , third = ''] = membersSent(created)
    claim('fiks/F-54', removed).succeeds()
    claim('fiks/F-54', after)
      .status(200)
      .holds(...membersAre(before, after, [first, third]))
  },

  counterexample: ({ after, ...seen }) => ({
    ...seen,
    after: answering(after, { body: { ...bodyOf(after), members: [] } }),
  }),
})
