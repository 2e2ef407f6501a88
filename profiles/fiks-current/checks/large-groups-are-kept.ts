import { bodyOf, defineCheck, elementsOf, get, memberIds, patch, pointTo, reading } from '#check'
import { answering, type Json } from '#scim'

/** One more than what the Sync API calls a large group. */
const MEMBERS = 101

export default defineCheck({
  id: 'fiks-current/large-groups-are-kept',
  title: 'A group keeps more than a hundred members',
  proves: ['fiks/F-58'],
  needs: { resource: ['Group', 'User'], features: ['patch'] },

  async act({ given, send }) {
    const users = await Promise.all(Array.from({ length: MEMBERS }, () => given('User')))
    const group = await given('Group')
    const value = users.map(({ id }): Json => ({ value: id }))
    const added = await send(patch(group.path, { op: 'add', path: 'members', value }))
    return { added, after: await send(get(group.path)) }
  },

  judge({ added, after }, claim) {
    const expected = memberIds({ members: pointTo(added.request.body, '/Operations/0/value') ?? null })
    const actual = memberIds(bodyOf(after))
    claim('fiks/F-58', added).succeeds()
    claim('fiks/F-58', after).holds(actual.length === 0 || actual.join() === expected.join(), {
      what: 'number of members',
      expected: expected.length,
      actual: actual.length,
      ...(actual.length === 0 ? { reading: reading('AMB-026/members-absent', 0).reading } : {}),
    })
  },

  counterexample: ({ added, after }) => {
    const members = elementsOf(bodyOf(after), 'members').slice(1)
    return { added, after: answering(after, { body: { ...bodyOf(after), members } }) }
  },
})
