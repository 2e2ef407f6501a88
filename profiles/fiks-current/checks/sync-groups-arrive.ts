import { createdId, defineCheck, patch, pointTo } from '#check'
import { sameJson } from '#scim'
import {
  eventsOf,
  idsOf,
  lacksIn,
  lastIs,
  membersIn,
  pageOf,
  resourceOf,
  withEvents,
  withResources,
} from './sync.part.ts'

export default defineCheck({
  id: 'fiks-current/sync-groups-arrive',
  title: 'A group and each change of its members arrive in the stream',
  proves: ['fiks/S-13', 'fiks/S-15'],
  needs: { syncApi: true, resource: ['Group', 'User'], features: ['patch'] },
  breaks:
    'Target systems: a membership that is not told leaves people with access that they lost, or without any.',

  async act({ given, send, feed, blocked }) {
    const users = [await given('User'), await given('User')] as const
    const place = await feed.now('grupper')
    const group = await given('Group', { members: users.map(({ id }) => ({ value: id })) })
    const isWhole = lastIs(group.id, (event) => membersIn(resourceOf(event)).length === users.length)
    const first = await feed.follow('grupper', place, isWhole)
    const path = `members[value eq ${JSON.stringify(users[0].id)}]`
    const changed = await send(patch(group.path, { op: 'remove', path }))
    if (Math.trunc((changed.response?.status ?? 0) / 100) !== 2)
      blocked('the target does not remove a member')
    const isSmaller = lastIs(group.id, (event) => membersIn(resourceOf(event)).length === 1)
    const second = await feed.follow('grupper', first.at(-1), isSmaller)
    return { users: users.map(({ created }) => created), created: group.created, first, second }
  },

  judge({ users, created, first, second }, claim) {
    const id = createdId(created)
    const [, stays] = idsOf(users)
    const event = eventsOf(first, id).at(-1)
    const group = resourceOf(event)
    const lacks = event ? lacksIn(event, true) : ['event']
    const all = idsOf(users).toSorted()
    claim('fiks/S-13', pageOf(first, id))
      .holds(lacks.length === 0, { what: 'event of the group', expected: 'whole', actual: event })
      .holds(event?.changeType === 'sync' && sameJson(membersIn(group), all), {
        what: 'members in the stream',
        expected: all,
        actual: membersIn(group),
      })
      .holds(group?.displayName === pointTo(created.request.body, '/displayName'), {
        what: 'group in the stream: /displayName',
        expected: pointTo(created.request.body, '/displayName') ?? null,
        actual: group?.displayName,
      })
    const after = resourceOf(eventsOf(second, id).at(-1))
    const actual = after ? membersIn(after) : undefined
    claim('fiks/S-15', pageOf(second, id)).holds(sameJson(actual ?? null, [stays ?? null]), {
      what: 'members in the stream after one was removed',
      expected: [stays ?? null],
      actual,
    })
  },

  counterexample: ({ first, second, ...seen }) => [
    { ...seen, first: withEvents(first, ({ requiresSeparateFetch: _, ...event }) => event), second },
    { ...seen, first: withResources(first, (group) => ({ ...group, members: [] })), second },
    { ...seen, first, second: withEvents(second, () => undefined) },
  ],
})
