import { bodyOf, defineRule, type Facts } from '#check'
import { answering, decoded, type Exchange, member, URN } from '#scim'
import { pathOf } from './address.part.ts'

/** The id in a GET of one resource. */
function idAskedFor(exchange: Exchange, { resourceTypes }: Facts): string | undefined {
  const path = pathOf(exchange)
  const type = resourceTypes.find(({ endpoint }) => path.startsWith(`${endpoint}/`))
  const id = type && path.slice(type.endpoint.length + 1)
  return exchange.request.method === 'GET' && id && !id.includes('/') ? decoded(id) : undefined
}

export default defineRule({
  id: 'wire/answer-is-what-was-asked-for',
  title: 'A GET of one resource brings just that resource',
  proves: ['RFC7644-3.4.1-01', 'RFC7644-3.4.1-02'],

  judge(exchange, claim, facts) {
    const id = idAskedFor(exchange, facts)
    if (id === undefined || exchange.response?.status !== 200) return
    const actual = member(bodyOf(exchange), 'id')
    // Whether ids that differ in case are the same is for another check.
    const same = typeof actual === 'string' && actual.toLowerCase() === id.toLowerCase()
    const detail = { expected: id, actual, pointer: '/id' }
    claim('RFC7644-3.4.1-01', exchange).holds(same, detail)
    claim('RFC7644-3.4.1-02', exchange).holds(same, detail)
  },

  counterexample: (exchange) =>
    answering(exchange, { body: { schemas: [URN.listResponse], totalResults: 0, Resources: [] } }),
})
