import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, sameJson } from '#scim'

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
    const exact = await eventually(
      ask(id),
      (list) => list.response?.status !== 200 || idsIn(list).includes(id),
    )
    // An id without letters has no other case: the second request then repeats the first.
    return { user: await send(get(path)), exact, swapped: await send(ask(swapCase(id))) }
  },

  judge({ user, exact, swapped }, claim) {
    const id = String(bodyOf(user)?.id)
    const hasCase = swapCase(id) !== id
    for (const [list, expected] of [
      [exact, [id]],
      [swapped, hasCase ? [] : [id]],
    ] as const) {
      const stated = claim('RFC7643-3.1-10', list).status(200, reading('AMB-074/eq-unsupported', 400))
      if (list.response?.status === 400) continue
      const [wanted, actual] = [[...expected], idsIn(list)]
      stated.holds(sameJson(actual, wanted), { what: 'ids found', expected: wanted, actual })
    }
  },

  counterexample: ({ user, exact, swapped }) => [
    { user, exact, swapped: answering(swapped, { body: exact.response?.body ?? {} }) },
    { user, exact: answering(exact, { status: 500, body: {} }), swapped },
  ],
})
