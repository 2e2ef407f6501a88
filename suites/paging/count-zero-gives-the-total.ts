import { bodyOf, defineCheck, get } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'paging/count-zero-gives-the-total',
  title: 'count=0 gives totalResults and no Resources',
  proves: ['RFC7644-3.4.2.4-08'],
  needs: { features: ['filter'], resource: 'User' },

  async act({ endpoint, eventually, given, send }) {
    const { sent } = await given('User')
    const ask = (query: object) =>
      get(endpoint('User'), { filter: `userName eq ${JSON.stringify(sent.userName)}`, ...query })
    const whole = await eventually(ask({}), (list) => bodyOf(list)?.totalResults === 1)
    return { whole, list: await send(ask({ count: 0 })) }
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
