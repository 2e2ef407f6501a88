import { defineCheck, get, idsIn } from '#check'
import { answering, member } from '#scim'
import { deletedId } from './deletion.part.ts'

export default defineCheck({
  id: 'delete/is-gone-from-queries',
  title: 'A deleted User is left out of query results',
  proves: ['RFC7644-3.6-03'],
  needs: { resource: 'User', features: ['filter'] },

  each: () => [{ name: 'userName' }, { name: 'id' }],

  async act({ of, given, endpoint, send, eventually, blocked }) {
    const user = await given('User')
    const value = of.name === 'id' ? user.id : String(user.sent.userName)
    const query = get(endpoint('User'), { filter: `${of.name} eq "${value}"` })
    const before = await eventually(query, (exchange) => idsIn(exchange).includes(user.id))
    if (!idsIn(before).includes(user.id)) blocked('the User was not found before the DELETE either')
    const gone = await send({ method: 'DELETE', path: user.path })
    const list = await eventually(query, (exchange) => !idsIn(exchange).includes(user.id))
    return { created: user.created, before, gone, list }
  },

  judge({ before, gone, list }, claim) {
    const deleted = deletedId(gone)
    const found = idsIn(list).filter((id) => encodeURIComponent(id) === deleted)
    // That no match is 200 and not 404 is for others to judge.
    claim('RFC7644-3.6-03', list).status(200, 404)
    claim('RFC7644-3.6-03', list).holds(found.length === 0, {
      expected: 'no deleted User',
      actual: found,
      pointer: '/Resources',
    })
    const total = member(before.response?.body, 'totalResults')
    if (total === 1 && list.response?.status === 200) claim('RFC7644-3.6-03', list).has('/totalResults', 0)
  },

  counterexample: ({ created, before, gone, list }) => ({
    created,
    before,
    gone,
    list: answering(list, { body: before.response?.body }),
  }),
})
