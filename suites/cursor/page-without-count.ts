import { bodyOf, defineCheck, type Facts, resourcesIn } from '#check'
import { answering } from '#scim'
import { pagedUsers, SIZE } from './walk.part.ts'

/** What the target says a page holds when nobody asks. */
function sizeOf({ limits: { defaultPageSize, maxPageSize } }: Facts): number {
  return Math.min(SIZE, defaultPageSize ?? SIZE, maxPageSize ?? SIZE)
}

export default defineCheck({
  id: 'cursor/page-without-count',
  title: 'Without count, a page by cursor is as long as the target says',
  proves: ['RFC9865-2-08', 'RFC9865-4-06'],
  needs: { features: ['cursor', 'filter'], resource: 'User' },

  async act(act) {
    const { ask } = await pagedUsers(act)
    return { page: await act.send(ask('', {})) }
  },

  judge({ page }, claim, { facts }) {
    const [most, actual] = [sizeOf(facts), resourcesIn(page).length]
    for (const row of ['RFC9865-2-08', 'RFC9865-4-06'] as const) {
      const detail = { what: 'number of Resources', expected: `1 to ${most}`, actual }
      claim(row, page)
        .status(200)
        .holds(actual >= 1 && actual <= most, detail)
    }
  },

  counterexample: ({ page }) => ({ page: answering(page, { body: { ...bodyOf(page), Resources: [] } }) }),
})
