import { defineRule, type Facts, type Feature, reading } from '#check'
import { answering, type Exchange, isObject, member, URN } from '#scim'
import { isAt, isElsewhere, pathOf } from './address.part.ts'

/** Proxies answer so before a service sees the request; with 406 the client takes no JSON. */
const EXEMPT = new Set([406, 429, 502, 503, 504])
type Single = readonly [path: string, feature: Feature]
const DISCOVERY: readonly Single[] = [
  ['/ServiceProviderConfig', 'serviceProviderConfig'],
  ['/ResourceTypes', 'resourceTypes'],
  ['/Schemas', 'schemas'],
]
const SINGLE: readonly Single[] = [...DISCOVERY, ['/Bulk', 'bulk'], ['/Me', 'me']]

/** An endpoint that the target says, or has shown, to be there; elsewhere a router may answer. */
function isServed(exchange: Exchange, { resourceTypes, features }: Facts): boolean {
  const path = pathOf(exchange)
  const [found] = SINGLE.filter(([endpoint]) => isAt(endpoint, path))
  const type = resourceTypes.find(({ endpoint }) => isAt(endpoint, path))
  const rest = path.slice((type?.endpoint ?? '').length + 1)
  const meant = exchange.request.method === 'GET' || found?.[0] === '/Bulk'
  if (!type) return meant && found !== undefined && features[found[1]].offered
  return rest === '.search' ? features.search.offered : !rest.includes('/')
}

/** Routers refuse it in their own way, before any service sees it. */
function writesToDiscovery(exchange: Exchange, { features }: Facts): boolean {
  if (exchange.request.method === 'GET') return false
  return DISCOVERY.some(([endpoint, name]) => features[name].offered && isAt(endpoint, pathOf(exchange)))
}

export default defineRule({
  id: 'wire/error-has-a-scim-body',
  title: 'An error has a body in the form of RFC 7644 section 3.12',
  proves: ['RFC7644-3.12-02', 'RFC7644-3.12-03'],
  breaks: 'Errors that no client can parse: incident family P2.',

  judge(exchange, claim, facts) {
    const { response } = exchange
    // What is not below the base URL may belong to anybody.
    if (!response || response.status < 400 || EXEMPT.has(response.status) || isElsewhere(exchange)) return
    const schemas = member(response.body, 'schemas')
    const ok = isObject(response.body) && schemas !== undefined
    const without = ok ? {} : excuse(exchange, facts)
    claim('RFC7644-3.12-02', exchange).holds(ok || Object.hasOwn(without, 'reading'), {
      what: 'error body',
      expected: 'a JSON object with schemas',
      actual: response.body ?? (response.text || undefined),
      ...without,
    })
    if (!ok) return
    const named = Array.isArray(schemas) && schemas.includes(URN.error)
    const detail = { expected: [URN.error], actual: schemas, pointer: '/schemas' }
    claim('RFC7644-3.12-03', exchange).holds(named, detail)
  },

  counterexample: (exchange) => [
    answering(exchange, { status: 400, body: undefined, text: '<h1>Bad Request</h1>' }),
    answering(exchange, { status: 409, body: { schemas: [URN.user], status: '409' } }),
  ],
})

function excuse(exchange: Exchange, facts: Facts) {
  if (exchange.response?.status === 401) return reading('AMB-034/401-without-body', null)
  if (writesToDiscovery(exchange, facts)) return reading('AMB-008/without-body', null)
  return isServed(exchange, facts) ? {} : reading('AMB-034/unknown-path-without-body', null)
}
