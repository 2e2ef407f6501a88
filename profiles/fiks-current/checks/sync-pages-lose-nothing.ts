import { defineCheck } from '#check'
import { answering, isObject, type JsonObject, member } from '#scim'
import { eventsOf, idsOf, lengthOf, pageOf, tellsOf } from './sync.part.ts'

const bodyOf = ({ response }: { response?: { body?: unknown } }): JsonObject =>
  isObject(response?.body as JsonObject) ? (response?.body as JsonObject) : {}

export default defineCheck({
  id: 'fiks-current/sync-pages-lose-nothing',
  title: 'A short page says that there is more, and the next goes on',
  proves: ['fiks/S-09', 'fiks/S-10'],
  needs: { syncApi: true, resource: 'User' },
  breaks: 'Target systems ask on as long as hasMore is true: what is left out then never arrives.',

  async act({ given, feed }) {
    const place = await feed.now('brukere')
    const made = [await given('User'), await given('User'), await given('User')]
    const ids = made.map(({ id }) => id)
    await feed.follow('brukere', place, tellsOf(...ids))
    const short = await feed.page('brukere', { after: place, limit: 1 })
    const others = ids.filter((id) => eventsOf([short], id).length === 0)
    const rest = await feed.follow('brukere', short, tellsOf(...others))
    return { created: made.map(({ created }) => created), short, rest }
  },

  judge({ created, short, rest }, claim) {
    const expected = idsOf(created)
    const told = expected.filter((id) => eventsOf([short, ...rest], id).length > 0)
    claim('fiks/S-09', short).holds(lengthOf(short) <= 1, {
      what: 'events on a page with limit=1',
      expected: 'at most 1',
      actual: lengthOf(short),
    })
    claim('fiks/S-10', short).holds(member(short.response?.body, 'hasMore') === true, {
      what: 'hasMore',
      expected: true,
      actual: member(short.response?.body, 'hasMore'),
    })
    claim('fiks/S-10', pageOf([short, ...rest], expected[0] ?? null)).holds(told.length === expected.length, {
      what: 'users that were told of, page by page',
      expected,
      actual: told,
    })
  },

  counterexample: ({ created, short, rest }) => [
    { created, short: answering(short, { body: { ...bodyOf(short), hasMore: false } }), rest },
    {
      created,
      short: answering(short, { body: { ...bodyOf(short), events: [{ id: 'x' }, { id: 'y' }] } }),
      rest,
    },
  ],
})
