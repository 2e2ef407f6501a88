import { bodyOf, createdId, defineCheck, idsIn } from '#check'
import { answering, sameJson, URN } from '#scim'
import { listOfOne } from './lists.part.ts'

export default defineCheck({
  id: 'paging/start-index-below-one-is-one',
  title: 'A startIndex of 0 or less means the first result',
  proves: ['RFC7644-3.4.2.4-04'],
  needs: { features: ['filter', 'index'], resource: 'User' },
  each: () => [
    { name: '0', startIndex: 0 },
    { name: '-5', startIndex: -5 },
  ],

  async act(act) {
    const { user, page } = await listOfOne(act)
    return { user, list: await page({ startIndex: act.of.startIndex }) }
  },

  judge({ user, list }, claim) {
    const [expected, actual] = [[createdId(user)], idsIn(list)]
    const startIndex = bodyOf(list)?.startIndex
    claim('RFC7644-3.4.2.4-04', list)
      .status(200)
      .holds(sameJson(actual, expected), { what: 'ids on the page', expected, actual })
      .has('/totalResults', 1)
      .holds(startIndex === undefined || startIndex === 1, {
        expected: 1,
        actual: startIndex,
        pointer: '/startIndex',
      })
  },

  counterexample: ({ user, list }) => [
    { user, list: answering(list, { status: 400, body: { schemas: [URN.error], status: '400' } }) },
    {
      user,
      list: answering(list, { body: { schemas: [URN.listResponse], totalResults: 1, Resources: [] } }),
    },
  ],
})
