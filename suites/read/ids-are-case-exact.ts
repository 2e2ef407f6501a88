import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering, member } from '#scim'

const swapped = (id: string) =>
  Array.from(id, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('')

export default defineCheck({
  id: 'read/ids-are-case-exact',
  title: 'An id in other letter case is another id',
  proves: ['RFC7643-3.1-10'],
  needs: { resource: 'User', features: ['filter'] },

  async act({ shared, endpoint, mark, send, blocked }) {
    const user = await shared('User')
    const control = await send(get(endpoint('User'), { filter: `id eq "${mark('never')}"` }))
    if (idsIn(control).includes(user.id)) blocked('a filter on id is not applied')
    const own = await send(get(user.path))
    const path = `${endpoint('User')}/${encodeURIComponent(swapped(user.id))}`
    const list = await send(get(endpoint('User'), { filter: `id eq "${swapped(user.id)}"` }))
    return { own, other: await send(get(path)), list }
  },

  judge({ own, other, list }, claim) {
    const id = String(member(own.response?.body, 'id'))
    const isSame = swapped(id) === id
    claim('RFC7643-3.1-10', own).status(200)
    // AMBIGUOUS: a URL is matched by the router and the store; only the filter is judged for finding it.
    claim('RFC7643-3.1-10', other).status(200, 400, 404)
    claim('RFC7643-3.1-10', list).holds(isSame || !idsIn(list).includes(id), {
      expected: `no resource with the id ${id}`,
      actual: idsIn(list),
      pointer: '/Resources',
    })
  },

  counterexample: ({ own, other, list }) => {
    const ids = { status: 200, body: { ...bodyOf(list), totalResults: 1, Resources: [bodyOf(own) ?? {}] } }
    return [
      { own, other, list: answering(list, ids) },
      { own, other: answering(other, { status: 500 }), list },
    ]
  },
})
