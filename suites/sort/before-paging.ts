import { bodyOf, defineCheck, idsIn } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { madeSet } from './set.part.ts'

/** In the order of creation. */
const USERS = [{ name: 'c' }, { name: 'a' }, { name: 'd' }, { name: 'b' }]
const ORDER = [1, 3, 0, 2]

export default defineCheck({
  id: 'sort/before-paging',
  title: 'The whole result is sorted, not each page of it',
  proves: ['RFC7644-3.4.2.3-03', 'RFC7644-3.4.2.4-13'],
  needs: { features: ['filter', 'sort'], resource: 'User' },

  async act(act) {
    const { users, ask } = await madeSet(act, USERS)
    const pages: Exchange[] = []
    for (const startIndex of [1, 2, 3, 4])
      pages.push(await act.send(ask({ sortBy: 'userName', startIndex, count: 1 })))
    return { users, pages }
  },

  judge({ users, pages }, claim) {
    pages.forEach((page, index) => {
      const expected = [bodyOf(users[ORDER[index] ?? 0] as Exchange)?.id ?? null]
      const actual = idsIn(page)
      for (const row of ['RFC7644-3.4.2.3-03', 'RFC7644-3.4.2.4-13'] as const) {
        const stated = claim(row, page).status(200)
        stated.holds(sameJson(actual, expected), { what: 'ids on the page', expected, actual })
      }
    })
  },

  counterexample: ({ users, pages }) => {
    const list = bodyOf(pages[0] as Exchange) ?? {}
    const asMade = pages.map((page, at) =>
      answering(page, { body: { ...list, Resources: [bodyOf(users[at] as Exchange) ?? {}] } }),
    )
    return { users, pages: asMade }
  },
})
