import { createdId, defineCheck } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { eventsOf, idsOf, lastIs, membersIn, pageOf, resourceOf, withEvents } from './sync.part.ts'

export default defineCheck({
  id: 'fiks-current/sync-large-groups',
  title: 'A group above maxGroupSize is fetched by itself',
  proves: ['fiks/S-17'],
  needs: { syncApi: true, resource: ['Group', 'User'] },

  async act({ given, feed }) {
    const users = [await given('User'), await given('User')]
    const place = await feed.now('grupper')
    const group = await given('Group', { members: users.map(({ id }) => ({ value: id })) })
    const isApart = lastIs(group.id, ({ requiresSeparateFetch }) => requiresSeparateFetch === true)
    const isWhole = lastIs(group.id, (event) => membersIn(resourceOf(event)).length === users.length)
    return {
      users: users.map(({ created }) => created),
      created: group.created,
      large: await feed.follow('grupper', place, isApart, { maxGroupSize: 1 }),
      small: await feed.follow('grupper', place, isWhole, { maxGroupSize: 2 }),
      fetched: await feed.one('gruppe', group.id),
    }
  },

  judge({ users, created, large, small, fetched }, claim) {
    const id = createdId(created)
    const expected = idsOf(users).toSorted()
    const apart = eventsOf(large, id).at(-1)
    // Both are documented: no resource at all, and one without its members.
    const isApart = apart?.requiresSeparateFetch === true && membersIn(resourceOf(apart)).length === 0
    claim('fiks/S-17', pageOf(large, id)).holds(isApart, {
      what: 'group of 2 with maxGroupSize=1',
      expected: 'to be fetched by itself, without members here',
      actual: apart,
    })
    const whole = eventsOf(small, id).at(-1)
    const isWhole = whole?.requiresSeparateFetch === false && sameJson(membersIn(resourceOf(whole)), expected)
    claim('fiks/S-17', pageOf(small, id)).holds(isWhole, {
      what: 'group of 2 with maxGroupSize=2',
      expected: 'all members in the event',
      actual: whole,
    })
    const body = fetched.response?.body
    const actual = membersIn(body as Parameters<typeof membersIn>[0])
    claim('fiks/S-17', fetched)
      .status(200)
      .holds(sameJson(actual, expected), { what: 'members of the group by itself', expected, actual })
  },

  counterexample: ({ large, small, fetched, ...seen }) => {
    const turned = (pages: readonly Exchange[], requiresSeparateFetch: boolean) =>
      withEvents(pages, (event) => ({ ...event, requiresSeparateFetch }))
    return [
      { ...seen, large: turned(large, false), small, fetched },
      { ...seen, large, small: turned(small, true), fetched },
      { ...seen, large, small, fetched: answering(fetched, { body: { id: 'x', members: [] } }) },
    ]
  },
})
