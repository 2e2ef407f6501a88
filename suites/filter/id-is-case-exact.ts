import { bodyOf, createdId, defineCheck, get } from '#check'
import { answering } from '#scim'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses, refusedEq } from './found.part.ts'
import { anybody } from './people.part.ts'

const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()))

export default defineCheck({
  id: 'filter/id-is-case-exact',
  title: 'A filter on id finds exactly that id, letter case included',
  proves: ['RFC7643-3.1-10'],
  needs: { features: ['filter'], resource: 'User' },

  async act(act) {
    const { endpoint, eventually, send } = act
    const { id, created } = await anybody(act)
    const ask = (value: string) => get(endpoint('User'), { filter: `id eq ${JSON.stringify(value)}` })
    const exact = await eventually(ask(id), showsOrRefuses(id))
    // An id without letters has no other case: the next requests then ask for the same user.
    const swapped = await send(ask(swapCase(id)))
    const path = `${endpoint('User')}/${encodeURIComponent(swapCase(id))}`
    return { user: created, exact, swapped, read: await send(get(path)) }
  },

  judge({ user, exact, swapped, read }, claim) {
    const id = String(createdId(user))
    const hasCase = swapCase(id) !== id
    findsOrRefuses(claim('RFC7643-3.1-10', exact), exact, [id], refusedEq('id'))
    findsOrRefuses(claim('RFC7643-3.1-10', swapped), swapped, hasCase ? [] : [id], refusedEq('id'))
    // AMBIGUOUS: a path is matched by routers and stores, whose letter case is their own: it may lead to the user.
    claim('RFC7643-3.1-10', read).status(200, 400, 404)
  },

  counterexample: ({ user, exact, swapped, read }) => [
    { user, exact, swapped: answering(swapped, { body: exact.response?.body ?? {} }), read },
    { user, exact: answering(exact, { status: 500, body: bodyOf(exact) ?? {} }), swapped, read },
    { user, exact, swapped, read: answering(read, { status: 500 }) },
  ],
})
