import { createdId, defineCheck, patch } from '#check'
import { isObject, type Json } from '#scim'
import { eventsOf, lastIs, membersIn, pageOf, resourceOf, withEvents, withResources } from './sync.part.ts'

/** The first number that is large where nothing else is said. */
const LARGE = 101

export default defineCheck({
  id: 'fiks-current/sync-hundred-members',
  title: 'A group of 100 comes with its members, one of 101 without',
  proves: ['fiks/S-17'],
  needs: { syncApi: true, resource: ['Group', 'User'], features: ['patch'] },

  async act({ given, send, feed, blocked }) {
    const users = await Promise.all(Array.from({ length: LARGE }, () => given('User')))
    const place = await feed.now('grupper')
    const group = await given('Group', { members: users.map(({ id }): Json => ({ value: id })) })
    const isLarge = lastIs(group.id, ({ requiresSeparateFetch }) => requiresSeparateFetch === true)
    const isWhole = lastIs(group.id, (event) => membersIn(resourceOf(event)).length === LARGE)
    const apart = await feed.follow('grupper', place, isLarge)
    const asked = await feed.follow('grupper', place, isWhole, { maxGroupSize: 1000 })
    const fetched = await feed.one('gruppe', group.id)
    const path = `members[value eq ${JSON.stringify(users[0]?.id)}]`
    const changed = await send(patch(group.path, { op: 'remove', path }))
    if (Math.trunc((changed.response?.status ?? 0) / 100) !== 2)
      blocked('the target does not remove a member')
    const isSmall = lastIs(group.id, ({ requiresSeparateFetch }) => requiresSeparateFetch === false)
    const small = await feed.follow('grupper', apart.at(-1), isSmall)
    return { created: group.created, apart, asked, fetched, small }
  },

  judge({ created, apart, asked, fetched, small }, claim) {
    const id = createdId(created)
    const large = eventsOf(apart, id).at(-1)
    claim('fiks/S-17', pageOf(apart, id)).holds(large?.requiresSeparateFetch === true, {
      what: 'group of 101: requiresSeparateFetch',
      expected: true,
      actual: large?.requiresSeparateFetch,
    })
    const body = fetched.response?.body
    const counts = [
      [pageOf(asked, id), resourceOf(eventsOf(asked, id).at(-1)), LARGE, 'with maxGroupSize=1000'],
      [fetched, isObject(body) ? body : undefined, LARGE, 'by itself'],
      [pageOf(small, id), resourceOf(eventsOf(small, id).at(-1)), LARGE - 1, 'with one of 101 removed'],
    ] as const
    for (const [exchange, group, expected, how] of counts) {
      const actual = membersIn(group).length
      claim('fiks/S-17', exchange).holds(actual === expected, {
        what: `members of the group ${how}`,
        expected,
        actual,
      })
    }
  },

  counterexample: ({ apart, asked, ...seen }) => [
    { ...seen, apart: withEvents(apart, (event) => ({ ...event, requiresSeparateFetch: false })), asked },
    { ...seen, apart, asked: withResources(asked, (group) => ({ ...group, members: [] })) },
  ],
})
