import { bodyOf, defineCheck, reading } from '#check'
import { answering, URN } from '#scim'
import { listOfOne } from './lists.part.ts'

export default defineCheck({
  id: 'paging/beyond-the-total-is-empty',
  title: 'A page beyond the last result is empty and still tells the total',
  proves: ['RFC7644-3.4.2.4-11', 'RFC7644-3.4.2-06'],
  needs: { features: ['filter', 'index'], resource: 'User' },

  async act(act) {
    const { whole, page } = await listOfOne(act)
    return { whole, list: await page({ startIndex: 2, count: 10 }) }
  },

  judge({ list }, claim) {
    const refused = [400, 404].map((status) => reading('AMB-082/beyond-total-refused', status))
    for (const row of ['RFC7644-3.4.2.4-11', 'RFC7644-3.4.2-06'] as const) {
      const stated = claim(row, list).status(200, ...refused)
      if (list.response?.status === 200) stated.has('/totalResults', 1).lacks('/Resources')
    }
  },

  counterexample: ({ whole, list }) => [
    { whole, list: answering(list, { body: bodyOf(whole) ?? {} }) },
    { whole, list: answering(list, { body: { schemas: [URN.listResponse], totalResults: 0 } }) },
  ],
})
