import { defineRule } from '#check'
import { answering, type Exchange, type Json, member, URN } from '#scim'
import { asksForList } from './list.part.ts'

/** A paging parameter, from the query or the body of a search. */
function asked({ request }: Exchange, name: string): number {
  const query = new URLSearchParams(request.path.split('?')[1] ?? '')
  return Number(query.get(name) ?? member(request.body, name) ?? 1)
}

const isFiltered = ({ request }: Exchange) =>
  request.path.includes('filter=') || member(request.body, 'filter') !== undefined

const isDiscovery = ({ request }: Exchange) => /^\/(Schemas|ResourceTypes)\b/.test(request.path)

export default defineRule({
  id: 'wire/list-holds-its-resources',
  title: 'A list has its Resources, no more than it counts',
  proves: ['RFC7644-3.4.2-08', 'RFC7644-3.4.2-06', 'RFC7643-5-18'],

  judge(exchange, claim, facts) {
    const body = exchange.response?.body
    const total = member(body, 'totalResults')
    if (exchange.response?.status !== 200 || typeof total !== 'number' || !asksForList(exchange, facts))
      return
    const resources = member(body, 'Resources') ?? null
    // Past the end, and where none was asked for, there is nothing to hold (AMB-082).
    const none = total === 0 || !(asked(exchange, 'count') > 0) || asked(exchange, 'startIndex') > total
    claim('RFC7644-3.4.2-08', exchange).holds(Array.isArray(resources) || (resources === null && none), {
      expected: 'an array',
      actual: resources as Json,
      pointer: '/Resources',
    })
    const most = facts.limits.maxResults
    if (most !== undefined && Array.isArray(resources) && !isDiscovery(exchange)) {
      const shown = { what: 'resources in an answer', expected: `at most ${most}`, actual: resources.length }
      const more = resources.length > most ? { reading: 'AMB-083/more-than-maxResults' as const } : {}
      claim('RFC7643-5-18', exchange).holds(true, { ...shown, ...more })
    }
    // Without a filter others may come and go between counting and listing.
    if (!Array.isArray(resources) || !isFiltered(exchange)) return
    const detail = { expected: `at least ${resources.length}`, actual: total, pointer: '/totalResults' }
    claim('RFC7644-3.4.2-06', exchange).holds(resources.length <= total, detail)
  },

  counterexample: (exchange, { limits }) => [
    answering(exchange, {
      body: {
        schemas: [URN.listResponse],
        totalResults: 100_000,
        Resources: Array.from({ length: (limits.maxResults ?? 0) + 1 }, () => ({})),
      },
    }),
    answering(exchange, { body: { schemas: [URN.listResponse], totalResults: 2, resources: [{}, {}] } }),
    answering(exchange, { body: { schemas: [URN.listResponse], totalResults: 1, Resources: [{}, {}] } }),
  ],
})
