import { bodyOf, defineCheck, get, reading } from '#check'
import { answering } from '#scim'
import { showsOrRefuses } from './findable.part.ts'
import { findsOrRefuses } from './found.part.ts'

const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase()))

export default defineCheck({
  id: 'filter/id-is-case-exact',
  title: 'A filter on id finds exactly that id, letter case included',
  proves: ['RFC7643-3.1-10'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ endpoint, eventually, given, send }) {
    const { id, path } = await given('User')
    const ask = (value: string) => get(endpoint('User'), { filter: `id eq ${JSON.stringify(value)}` })
    const exact = await eventually(ask(id), showsOrRefuses(id))
    // An id without letters has no other case: the second request then repeats the first.
    return { user: await send(get(path)), exact, swapped: await send(ask(swapCase(id))) }
  },

  judge({ user, exact, swapped }, claim) {
    const id = String(bodyOf(user)?.id)
    const hasCase = swapCase(id) !== id
    const refused = reading('AMB-074/eq-unsupported', 400)
    findsOrRefuses(claim('RFC7643-3.1-10', exact), exact, [id], refused)
    findsOrRefuses(claim('RFC7643-3.1-10', swapped), swapped, hasCase ? [] : [id], refused)
  },

  counterexample: ({ user, exact, swapped }) => [
    { user, exact, swapped: answering(swapped, { body: exact.response?.body ?? {} }) },
    { user, exact: answering(exact, { status: 500, body: {} }), swapped },
  ],
})
