import { defineCheck, get, reading } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'sort/odd-parameters',
  title: 'An unusable sortBy or sortOrder is refused with 400 or ignored',
  proves: ['RFC7644-3.4.2.3-06', 'RFC7644-3.4.2.3-08'],
  needs: { features: ['sort'], resource: 'User', attributes: ['name.familyName'] },

  async act({ endpoint, send }) {
    const ask = (query: Record<string, string>) => send(get(endpoint('User'), { ...query, count: 1 }))
    return {
      unknown: await ask({ sortBy: 'scimTestUnknown' }),
      complex: await ask({ sortBy: 'name' }),
      order: await ask({ sortBy: 'userName', sortOrder: 'sideways' }),
    }
  },

  judge({ unknown, complex, order }, claim) {
    const allowed = [400, reading('AMB-081/ignored', 200), reading('AMB-036/422', 422)]
    for (const list of [unknown, complex]) claim('RFC7644-3.4.2.3-06', list).status(...allowed)
    claim('RFC7644-3.4.2.3-08', order).status(...allowed)
  },

  counterexample: ({ unknown, complex, order }) => {
    const crash = { status: 500, body: { schemas: [URN.error], status: '500' } }
    return { unknown: answering(unknown, crash), complex, order: answering(order, crash) }
  },
})
