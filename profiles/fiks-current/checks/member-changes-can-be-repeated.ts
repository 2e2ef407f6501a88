import { defineCheck, get, patch, reading } from '#check'
import { answering } from '#scim'
import { membersAre, membersSent } from './members.part.ts'

export default defineCheck({
  id: 'fiks-current/member-changes-can-be-repeated',
  title: 'Adding a member again and removing a stranger succeed',
  proves: ['fiks/F-55'],
  needs: { features: ['patch'], resource: ['Group', 'User'] },

  async act({ given, send }) {
    const [inside, outside] = [await given('User'), await given('User')]
    const value = [{ value: inside.id }]
    const group = await given('Group', { members: value })
    const before = await send(get(group.path))
    const added = await send(patch(group.path, { op: 'add', path: 'members', value }))
    const path = `members[value eq ${JSON.stringify(outside.id)}]`
    const removed = await send(patch(group.path, { op: 'remove', path }))
    return { created: group.created, before, added, removed, after: await send(get(group.path)) }
  },

  judge({ created, before, added, removed, after }, claim) {
    claim('fiks/F-55', added).succeeds()
    claim('fiks/F-55', removed).status(200, 204, reading('AMB-052/noTarget', 400))
    claim('fiks/F-55', after).holds(...membersAre(before, after, membersSent(created)))
  },

  counterexample: ({ added, ...seen }) => ({ ...seen, added: answering(added, { status: 409 }) }),
})
