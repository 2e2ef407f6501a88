import { bodyOf, createdId, defineCheck, idsIn } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { listOfSet } from './lists.part.ts'

export default defineCheck({
  id: 'paging/start-index-counts-from-one',
  title: 'startIndex counts from 1, which is also its default',
  proves: ['RFC7644-3.4.2.4-03'],
  needs: { features: ['filter', 'index'], resource: 'User' },
  breaks: 'Pages overlap by one where 1 is taken for the second (wso2/product-is#9957). Cost: data lost.',

  async act(act) {
    const { made, page } = await listOfSet(act)
    const sort = act.facts.features.sort.offered ? { sortBy: 'userName' } : {}
    const pages: Exchange[] = []
    for (const query of [{}, { startIndex: 1 }, { startIndex: 2 }, { startIndex: 3 }])
      pages.push(await page({ ...sort, ...query, count: 1 }))
    return { users: made.slice(0, 3), pages }
  },

  judge({ users, pages }, claim, { facts }) {
    const isSorted = facts.features.sort.offered
    const ids = users.map(createdId)
    const shown = pages.slice(1).flatMap(idsIn)
    ;[ids[0], ...ids].forEach((id, index) => {
      // Without sortBy the order is the target's own; that each position shows one user is what can be said.
      const page = pages[index] as Exchange
      const [expected, actual] = [isSorted ? [id ?? null] : idsIn(page).slice(0, 1), idsIn(page)]
      const fits = actual.length === 1 && sameJson(actual, expected)
      claim('RFC7644-3.4.2.4-03', page).status(200).holds(fits, { what: 'ids on the page', expected, actual })
    })
    const distinct = new Set(shown).size === 3
    const unsorted = distinct || isSorted ? {} : { reading: 'AMB-084/unsorted' as const }
    const detail = { what: 'ids at 1, 2, 3', expected: ids, actual: shown, ...unsorted }
    claim('RFC7644-3.4.2.4-03', pages[3] as Exchange).holds(distinct || !isSorted, detail)
  },

  counterexample: ({ users, pages }) => {
    const [first, , second, third] = pages as [Exchange, Exchange, Exchange, Exchange]
    const body = { ...bodyOf(third), Resources: [] }
    // What a target shows that counts from 0.
    const moved = [first, answering(first, { body: bodyOf(second) ?? {} }), third, answering(third, { body })]
    return { users, pages: moved }
  },
})
