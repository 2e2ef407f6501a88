import { createdId, defineCheck } from '#check'
import { eventsOf, lacksIn, lastIs, pageOf, resourceOf, tellsOf, withEvents } from './sync.part.ts'

export default defineCheck({
  id: 'fiks-current/sync-deletions-arrive',
  title: 'A deletion arrives in the stream, without a resource',
  proves: ['fiks/S-14'],
  needs: { syncApi: true, resource: ['User', 'Group'] },
  breaks: 'Target systems: a deletion that is not told leaves an account behind that somebody can still use.',

  each: () =>
    [
      { name: 'user', type: 'User', stream: 'brukere' },
      { name: 'group', type: 'Group', stream: 'grupper' },
    ] as const,

  async act({ given, send, feed, blocked, of: { type, stream } }) {
    const place = await feed.now(stream)
    const made = await given(type)
    const before = await feed.follow(stream, place, tellsOf(made.id))
    const deleted = await send({ method: 'DELETE', path: made.path })
    if (Math.trunc((deleted.response?.status ?? 0) / 100) !== 2)
      blocked('the target does not delete what was made')
    const isDeleted = lastIs(made.id, ({ changeType }) => changeType === 'delete')
    return { created: made.created, pages: await feed.follow(stream, before.at(-1), isDeleted) }
  },

  judge({ created, pages }, claim, { of: { type } }) {
    const id = createdId(created)
    const event = eventsOf(pages, id).at(-1)
    const lacks = event ? lacksIn(event, type === 'Group') : ['event']
    claim('fiks/S-14', pageOf(pages, id))
      .holds(event?.changeType === 'delete' && lacks.length === 0, {
        what: 'event of what was deleted',
        expected: 'of the type delete',
        actual: event,
      })
      .holds(resourceOf(event) === undefined, {
        what: 'event of what was deleted',
        expected: 'no resource',
        actual: resourceOf(event),
      })
  },

  counterexample: ({ pages, created }) => [
    { created, pages: withEvents(pages, () => undefined) },
    { created, pages: withEvents(pages, (event) => ({ ...event, resource: { id: event.id ?? null } })) },
  ],
})
