import { asking, defineClientRule, instead, queried, refused } from '#check'
import { member } from '#scim'

/** The endpoint takes every filter that the grammar allows; it refuses the others as `invalidFilter`. */
export default defineClientRule({
  id: 'client/filters-follow-the-grammar',
  title: 'A filter follows the grammar of RFC 7644',
  proves: ['RFC7644-3.4.2.2-32'],
  breaks: 'The lookup fails, and the person is created twice or not at all.',

  judge(trace, claim) {
    for (const exchange of trace) {
      const filter = queried(exchange, 'filter') ?? member(exchange.request.body, 'filter')
      if (typeof filter !== 'string') continue
      const isRefused = member(exchange.response?.body, 'scimType') === 'invalidFilter'
      const detail = { what: 'filter', expected: 'by the grammar', actual: filter }
      claim('RFC7644-3.4.2.2-32', exchange).holds(!isRefused, detail)
    }
  },

  counterexample: (trace) => {
    const asked = trace.find((exchange) => queried(exchange, 'filter') !== undefined)
    if (!asked) return []
    const wrong = refused(asking(asked, { path: '/Users?filter=userName%20equals%20kari' }), 400)
    const body = { ...(wrong.response?.body as object), scimType: 'invalidFilter' }
    return instead(trace, asked, { ...wrong, response: { ...wrong.response, body } } as typeof wrong)
  },
})
