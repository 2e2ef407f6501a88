import { asking, defineClientRule, instead, plainPath } from '#check'
import { type JsonObject, member, URN } from '#scim'

export default defineClientRule({
  id: 'client/search-names-its-schema',
  title: 'A query by POST is a SearchRequest',
  proves: ['RFC7644-3.4.3-04'],
  breaks: 'The query is refused, and nobody is found.',

  judge(trace, claim) {
    for (const exchange of trace) {
      if (!/(?:^|\/)\.search$/.test(plainPath(exchange)) || exchange.request.method !== 'POST') continue
      const actual = member(exchange.request.body, 'schemas')
      const isSearch =
        Array.isArray(actual) &&
        actual.some((one) => String(one).toLowerCase() === URN.searchRequest.toLowerCase())
      const detail = {
        what: 'schemas of a query',
        expected: [URN.searchRequest],
        actual,
        pointer: '/schemas',
      }
      claim('RFC7644-3.4.3-04', exchange).holds(isSearch, detail)
    }
  },

  counterexample: (trace) => {
    const query = trace.find((exchange) => /\/\.search$/.test(plainPath(exchange)))
    if (!query) return []
    const { schemas: _, ...body } = query.request.body as JsonObject
    return instead(trace, query, asking(query, { body }))
  },
})
