import { bodyOf, defineCheck } from '#check'
import { answering, URN } from '#scim'
import { listOfOne } from './lists.part.ts'

export default defineCheck({
  id: 'paging/count-zero-gives-the-total',
  title: 'count=0 gives totalResults and no Resources',
  proves: ['RFC7644-3.4.2.4-08'],
  needs: { features: ['filter', 'index'], resource: 'User' },

  async act(act) {
    const { whole, page } = await listOfOne(act)
    return { whole, list: await page({ count: 0 }) }
  },

  judge({ list }, claim) {
    claim('RFC7644-3.4.2.4-08', list).status(200).has('/totalResults', 1).lacks('/Resources')
  },

  counterexample: ({ whole, list }) => [
    { whole, list: answering(list, { body: bodyOf(whole) ?? {} }) },
    { whole, list: answering(list, { body: { schemas: [URN.listResponse], totalResults: 0 } }) },
    { whole, list: answering(list, { status: 400, body: { schemas: [URN.error], status: '400' } }) },
  ],
})
