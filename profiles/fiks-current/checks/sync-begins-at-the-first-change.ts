import { createdId, defineCheck } from '#check'
import { answering } from '#scim'
import { eventsOf, lacksInPage, pageOf, tellsOf, withEvents } from './sync.part.ts'

export default defineCheck({
  id: 'fiks-current/sync-begins-at-the-first-change',
  title: 'Without a sync token the streams begin at the first change',
  proves: ['fiks/S-01', 'fiks/S-05', 'fiks/S-06'],
  needs: { syncApi: true, resource: ['User', 'Group'] },

  each: () =>
    [
      { name: 'users', type: 'User', stream: 'brukere' },
      { name: 'groups', type: 'Group', stream: 'grupper' },
    ] as const,

  async act({ shared, feed, of: { type, stream } }) {
    const made = await shared(type)
    const place = await feed.now(stream)
    const pages = await feed.follow(stream, undefined, tellsOf(made.id))
    // Nothing, or next to nothing, has happened since: most often an empty page.
    return { created: made.created, pages, next: await feed.page(stream, { after: place }) }
  },

  judge({ created, pages, next }, claim) {
    const id = createdId(created)
    const event = eventsOf(pages, id).at(-1)
    claim('fiks/S-05', pageOf(pages, id)).holds(event !== undefined, {
      what: 'reading without a sync token',
      expected: 'what was made before',
      actual: event,
    })
    for (const page of [...pages, next]) {
      claim('fiks/S-01', page).status(200)
      const lacks = lacksInPage(page)
      claim('fiks/S-06', page).holds(lacks.length === 0, {
        what: 'page of the stream',
        expected: 'events, syncToken and hasMore',
        actual: lacks.length === 0 ? 'all of them' : `no ${lacks.join(', no ')}`,
      })
    }
  },

  counterexample: ({ pages, next, ...seen }) => [
    { ...seen, pages: withEvents(pages, () => undefined), next },
    { ...seen, pages, next: answering(next, { body: { events: [], hasMore: false } }) },
    { ...seen, pages, next: answering(next, { status: 404 }) },
  ],
})
