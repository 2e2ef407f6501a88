import { createdId, defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/sync-lookups',
  title: 'A user or a group can be looked up by its id',
  proves: ['fiks/S-01', 'fiks/S-19'],
  needs: { syncApi: true, resource: ['User', 'Group'] },

  each: () =>
    [
      { name: 'user', type: 'User', what: 'bruker', stream: 'brukere' },
      { name: 'group', type: 'Group', what: 'gruppe', stream: 'grupper' },
    ] as const,

  async act({ given, feed, mark, of: { type, what, stream } }) {
    const place = await feed.now(stream)
    const made = await given(type)
    // What has not arrived yet cannot be looked up.
    await feed.follow(stream, place, (pages) =>
      JSON.stringify(pages.map(({ response }) => response?.body)).includes(made.id),
    )
    return {
      created: made.created,
      found: await feed.one(what, made.id),
      unknown: await feed.one(what, mark('ukjent')),
      without: await feed.one(what, made.id, { credentials: 'none' }),
      wrong: await feed.one(what, made.id, { credentials: 'wrong' }),
    }
  },

  judge({ created, found, unknown, without, wrong }, claim) {
    claim('fiks/S-01', found).status(200)
    claim('fiks/S-19', found).status(200).has('/id', createdId(created))
    claim('fiks/S-19', unknown).status(404)
    for (const refused of [without, wrong]) claim('fiks/S-19', refused).status(401)
  },

  counterexample: ({ found, unknown, ...seen }) => [
    { ...seen, found: answering(found, { status: 404 }), unknown },
    { ...seen, found, unknown: answering(unknown, { status: 200 }) },
  ],
})
