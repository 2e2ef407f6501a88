import { bodyOf, defineCheck, get, resourcesIn, resourceTypeOf } from '#check'
import { answering } from '#scim'
import { pagedSet } from './lists.part.ts'

const TYPES = [{ name: 'User' }, { name: 'Group' }] as const

export default defineCheck({
  id: 'paging/count-limits-the-page',
  title: 'A page holds no more resources than count',
  proves: ['RFC7644-3.4.2.4-05', 'RFC7644-3.4.2-08'],
  breaks:
    'A target that ignores count times out for a large tenant (PostHog/posthog#51441); WSO2 Identity Server: pages were cut in each of several stores, so users were skipped (wso2/product-is#4944). Cost: data lost, provisioning blocked.',
  each: (facts) => TYPES.filter(({ name }) => resourceTypeOf(facts, name)),

  async act(act) {
    const { of, endpoint, eventually, send } = act
    // There are more than a page may hold.
    await pagedSet(act, of.name)
    const isShown = (list: Parameters<typeof resourcesIn>[0]) => resourcesIn(list).length > 0
    const one = await eventually(get(endpoint(of.name), { count: 1 }), isShown)
    return { one, two: await send(get(endpoint(of.name), { count: 2 })) }
  },

  judge({ one, two }, claim) {
    for (const list of [one, two]) {
      const [most, actual] = [list === one ? 1 : 2, resourcesIn(list).length]
      const detail = { what: 'number of Resources', expected: `at most ${most}`, actual }
      claim('RFC7644-3.4.2.4-05', list)
        .status(200)
        .holds(actual <= most, detail)
      claim('RFC7644-3.4.2-08', list).has('/Resources')
    }
  },

  counterexample: ({ one, two }) => {
    const { Resources: _, ...rest } = bodyOf(one) ?? {}
    const Resources = [{ id: '1' }, { id: '2' }, { id: '3' }]
    return [
      { one: answering(one, { body: { ...rest, Resources } }), two },
      { one: answering(one, { body: { ...rest, resources: Resources } }), two },
    ]
  },
})
