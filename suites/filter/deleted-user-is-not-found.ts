import { bodyOf, defineCheck, get, idsIn, unlessRefused } from '#check'
import { answering } from '#scim'
import { byName } from './findable.part.ts'

export default defineCheck({
  id: 'filter/deleted-user-is-not-found',
  title: 'A deleted user is in no filtered list',
  proves: ['RFC7644-3.6-03'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'Entra: a deleted user that is still found keeps the old link alive (snipe-it docs, ENT-191)',

  async act({ blocked, endpoint, eventually, given, notOffered, send }) {
    const made = await given('User')
    const { id, path } = made
    const named = get(endpoint('User'), { filter: byName(made) })
    const byId = get(endpoint('User'), { filter: `id eq ${JSON.stringify(id)}` })
    const before = await eventually(named, (list) => idsIn(list).includes(id))
    await unlessRefused({ send, notOffered }, before)
    if (!idsIn(before).includes(id)) blocked('the target does not find the user before it is deleted')
    const gone = await send({ method: 'DELETE', path })
    if ((gone.response?.status ?? 500) >= 300) blocked('the target did not delete the user')
    const name = await eventually(named, (list) => !idsIn(list).includes(id))
    return { before, name, byId: await send(byId) }
  },

  judge({ before, name, byId }, claim) {
    claim('RFC7644-3.6-03', name).status(200).has('/totalResults', 0).lacks('/Resources')
    const actual = idsIn(byId)
    const found = actual.some((id) => idsIn(before).includes(id))
    claim('RFC7644-3.6-03', byId).holds(!found, { what: 'ids found', expected: [], actual })
  },

  counterexample: ({ before, name, byId }) => ({
    before,
    name: answering(name, { body: bodyOf(before) ?? {} }),
    byId,
  }),
})
