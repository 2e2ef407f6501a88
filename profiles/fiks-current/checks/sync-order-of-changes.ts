import { defineCheck, patch, pointTo } from '#check'
import { answering, type Exchange, type Json } from '#scim'
import { eventsIn, eventsOf, idsOf, lastIs, pageOf, resourceOf, tellsOf, withEvents } from './sync.part.ts'

const LATER = 'Endret etterpå'

/** Places among our events. */
const placeIn = (pages: readonly Exchange[], id: string | null | undefined) =>
  pages.flatMap(eventsIn).findLastIndex((event) => event.id === id)

export default defineCheck({
  id: 'fiks-current/sync-order-of-changes',
  title: 'Who was changed last comes last, with the new state',
  proves: ['fiks/S-12', 'fiks/S-15'],
  needs: { syncApi: true, resource: 'User', features: ['patch'] },

  async act({ given, send, feed, mark, blocked }) {
    const place = await feed.now('brukere')
    const [older, newer] = [await given('User'), await given('User')]
    const before = await feed.follow('brukere', place, tellsOf(older.id, newer.id))
    const displayName = mark(LATER)
    const changed = await send(patch(older.path, { op: 'replace', path: 'displayName', value: displayName }))
    if (Math.trunc((changed.response?.status ?? 0) / 100) !== 2)
      blocked('the target does not change a displayName')
    const isNew = lastIs(older.id, (event) => resourceOf(event)?.displayName === displayName)
    const next = await feed.follow('brukere', before.at(-1), isNew)
    // The same stretch once more, from before either of them was there.
    const pages = await feed.follow('brukere', place, isNew)
    return { users: [older.created, newer.created], changed, next, pages }
  },

  judge({ users, changed, next, pages }, claim) {
    const [older = null, newer = null] = idsOf(users)
    const expected: Json = pointTo(changed.request.body, '/Operations/0/value') ?? null
    const event = eventsOf(next, older).at(-1)
    const actual = resourceOf(event)?.displayName
    claim('fiks/S-15', pageOf(next, older)).holds(
      actual === expected || (event !== undefined && actual === undefined),
      {
        what: 'user in the stream after a change: /displayName',
        expected,
        actual,
      },
    )
    const [first, last] = [placeIn(pages, newer), placeIn(pages, older)]
    const [earlier, later] = [newer, older].map((id) =>
      Date.parse(String(eventsOf(pages, id).at(-1)?.timestamp)),
    )
    // One was changed when the other had arrived: only clocks that go backwards give it the earlier time.
    const isOrdered = !((later as number) < (earlier as number))
    claim('fiks/S-12', pageOf(pages, older))
      .holds(first >= 0 && last > first, {
        what: 'order of the events',
        expected: 'the user that was changed last comes last',
        actual: last < 0 || first < 0 ? 'one of them is missing' : 'it comes first',
      })
      .holds(isOrdered, { what: 'timestamps', expected: 'rising', actual: 'falling' })
  },

  counterexample: ({ users, next, pages, ...seen }) => {
    const [older = null] = idsOf(users)
    const ours = pages.flatMap(eventsIn)
    const [page] = pages
    const sorted = [...ours.filter(({ id }) => id === older), ...ours.filter(({ id }) => id !== older)]
    const stale = page ? [answering(page, { body: { events: sorted, syncToken: 'x', hasMore: false } })] : []
    return [
      { ...seen, users, next, pages: stale },
      {
        ...seen,
        users,
        next: withEvents(next, ({ id, ...event }) =>
          id === older ? undefined : { id: id ?? null, ...event },
        ),
        pages,
      },
    ]
  },
})
