import { bodyOf, defineCheck, get, idsIn, search, unlessRefused } from '#check'
import { answering, type JsonObject, member } from '#scim'
import { deletedId } from './deletion.part.ts'

const found = (list: Parameters<typeof idsIn>[0], deleted: string) =>
  idsIn(list).filter((id) => encodeURIComponent(id) === deleted)

export default defineCheck({
  id: 'delete/is-gone-from-queries',
  title: 'A deleted User is left out of query results',
  proves: ['RFC7644-3.6-03'],
  needs: { resource: 'User', features: ['filter'] },
  breaks:
    'Wire: deleted users stayed in lists, so the provider patched ghosts (wireapp/wire-server#548). Cost: provisioning blocked.',

  async act({ facts, given, endpoint, send, eventually, blocked, notOffered }) {
    const user = await given('User')
    const byName = `userName eq "${String(user.sent.userName)}"`
    const query = get(endpoint('User'), { filter: byName })
    const before = await eventually(query, (exchange) => idsIn(exchange).includes(user.id))
    await unlessRefused({ send, notOffered }, before)
    if (!idsIn(before).includes(user.id)) blocked('the User was not found before the DELETE either')
    const gone = await send({ method: 'DELETE', path: user.path })
    const lists = [
      await eventually(query, (exchange) => !idsIn(exchange).includes(user.id)),
      await send(get(endpoint('User'), { filter: `id eq "${user.id}"` })),
      ...(facts.features.search.offered ? [await send(search(endpoint('User'), { filter: byName }))] : []),
    ]
    return { before, gone, lists }
  },

  judge({ before, gone, lists }, claim) {
    const deleted = deletedId(gone)
    for (const [index, list] of lists.entries()) {
      // That no match is 200 and not 404, and that an id can be filtered by, is for others to judge.
      claim('RFC7644-3.6-03', list).status(200, 404, ...(index === 1 ? [400] : []))
      claim('RFC7644-3.6-03', list).holds(found(list, deleted).length === 0, {
        expected: 'no deleted User',
        actual: found(list, deleted),
        pointer: '/Resources',
      })
    }
    const total = member(before.response?.body, 'totalResults')
    for (const list of lists) {
      if (total === 1 && list.response?.status === 200) claim('RFC7644-3.6-03', list).has('/totalResults', 0)
    }
  },

  counterexample: ({ before, gone, lists }) => {
    const shown = bodyOf(before) as JsonObject
    const stale = lists.map((list) => ({
      before,
      gone,
      lists: lists.map((one) => (one === list ? answering(one, { status: 200, body: shown }) : one)),
    }))
    const miscounted = answering(before, { body: { ...shown, Resources: [], totalResults: 1 } })
    return [...stale, { before, gone, lists: [miscounted] }]
  },
})
