import { bodyOf, createdId, defineCheck, idsIn } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { BY, SORTED } from './people.part.ts'
import { sharedSet } from './set.part.ts'

/** How each page of one user is asked for, and who is on it. */
const PAGES = [
  [{ startIndex: 1 }, BY.userName[0]],
  [{ startIndex: 2 }, BY.userName[1]],
  [{ startIndex: 3 }, BY.userName[2]],
  [{ startIndex: 4 }, BY.userName[3]],
  [{ startIndex: 1, sortOrder: 'descending' }, BY.userName[3]],
] as const

export default defineCheck({
  id: 'sort/before-paging',
  title: 'The whole result is sorted, not each page of it',
  proves: ['RFC7644-3.4.2.3-03', 'RFC7644-3.4.2.4-13'],
  needs: { features: ['filter', 'sort', 'index'], resource: 'User' },

  async act(act) {
    const { users, ask } = await sharedSet(act, SORTED)
    const pages: Exchange[] = []
    for (const [query] of PAGES) pages.push(await ask({ sortBy: 'userName', ...query, count: 1 }))
    return { users, pages }
  },

  judge({ users, pages }, claim) {
    pages.forEach((page, index) => {
      const expected = [createdId(users[PAGES[index]?.[1] ?? 0])]
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
      answering(page, { body: { ...list, Resources: [bodyOf(users[at % 4] as Exchange) ?? {}] } }),
    )
    return { users, pages: asMade }
  },
})
