import { bodyOf, defineCheck, elementsOf, get, memberIds, patch, pointTo, reading } from '#check'
import { answering, type Exchange, type Json, type JsonObject } from '#scim'

/** What one request adds: identity providers send no more, and no service has to take more. */
const AT_ONCE = 200

export default defineCheck({
  id: 'fiks-current/large-groups-are-kept',
  title: 'A group keeps more than a hundred members',
  proves: ['fiks/F-58'],
  needs: { resource: ['Group', 'User'], features: ['patch'] },

  async act({ given, send, facts }) {
    // One more than what the Sync API does not call a large group, or ten times that.
    const size = Number(facts.parameters?.largeGroup ?? 101)
    const users = await Promise.all(Array.from({ length: size }, () => given('User')))
    const group = await given('Group')
    const added: Exchange[] = []
    for (let from = 0; from < size; from += AT_ONCE) {
      const value = users.slice(from, from + AT_ONCE).map(({ id }): Json => ({ value: id }))
      added.push(await send(patch(group.path, { op: 'add', path: 'members', value })))
    }
    return { added, after: await send(get(group.path)) }
  },

  judge({ added, after }, claim) {
    const sent = added.flatMap(({ request }) =>
      elementsOf(pointTo(request.body, '/Operations/0') as JsonObject, 'value'),
    )
    const expected = memberIds({ members: sent })
    const actual = memberIds(bodyOf(after))
    for (const one of added) claim('fiks/F-58', one).succeeds()
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
