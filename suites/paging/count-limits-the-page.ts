import { bodyOf, defineCheck, get, resourcesIn, resourceTypeOf } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'paging/count-limits-the-page',
  title: 'A page holds no more resources than count',
  proves: ['RFC7644-3.4.2.4-05', 'RFC7644-3.4.2-08'],
  breaks: 'A target that ignores count times out for a large tenant (PostHog/posthog#51441)',
  each: (facts) => [{ name: 'User' }, { name: 'Group' }].filter(({ name }) => resourceTypeOf(facts, name)),

  async act({ of, endpoint, eventually, given, send }) {
    for (let n = 0; n < 3; n++) await given(of.name)
    const total = (one: Parameters<typeof bodyOf>[0]) => Number(bodyOf(one)?.totalResults)
    const whole = await eventually(get(endpoint(of.name)), (list) => total(list) >= 3)
    const one = await send(get(endpoint(of.name), { count: 1 }))
    return { whole, one, two: await send(get(endpoint(of.name), { count: 2 })) }
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

  counterexample: ({ whole, one, two }) => {
    const { Resources: _, ...rest } = bodyOf(one) ?? {}
    const Resources = [{ id: '1' }, { id: '2' }, { id: '3' }]
    return [
      { whole, one: answering(one, { body: { ...rest, Resources } }), two },
      { whole, one: answering(one, { body: { ...rest, resources: Resources } }), two },
    ]
  },
})
