import { asking, defineClientRule, instead, queried } from '#check'

export default defineClientRule({
  id: 'client/attributes-are-chosen-one-way',
  title: 'attributes and excludedAttributes are not asked for together',
  proves: ['RFC7644-3.9-03'],
  breaks: 'Servers refuse the lookup, or leave out what the client needs.',

  judge(trace, claim) {
    for (const exchange of trace) {
      const both = ['attributes', 'excludedAttributes'].filter(
        (name) => queried(exchange, name) !== undefined,
      )
      if (both.length === 0) continue
      const detail = { what: 'parameters', expected: 'one of the two', actual: both }
      claim('RFC7644-3.9-03', exchange).holds(both.length === 1, detail)
    }
  },

  counterexample: (trace) => {
    const one = trace.find(({ request }) => /[?&](?:attributes|excludedAttributes)=/.test(request.path))
    return one
      ? instead(trace, one, asking(one, { path: '/Users?attributes=id&excludedAttributes=meta' }))
      : []
  },
})
