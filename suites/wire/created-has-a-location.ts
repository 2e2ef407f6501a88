import { bodyOf, defineRule, type Facts } from '#check'
import { answering, type Exchange, header, isObject, type Json, member, URN } from '#scim'
import { pathOf } from './address.part.ts'
import { isPartialByQuery } from './shown.part.ts'

const isCreate = (exchange: Exchange, { resourceTypes }: Facts) =>
  exchange.request.method === 'POST' &&
  exchange.response?.status === 201 &&
  resourceTypes.some(({ endpoint }) => endpoint === pathOf(exchange))

/** Where a URI leads; a relative one is taken below the base URL, or from the root of the host. */
function targets(uri: Json | undefined, base: string): string[] {
  if (typeof uri !== 'string') return []
  const below = `${base}/${uri.replace(/^\/+/, '')}`
  const resolved = URL.canParse(uri, `${base}/`) ? [new URL(uri, `${base}/`).href] : []
  return /^[a-z]+:/i.test(uri) ? [uri, ...resolved] : [...resolved, below]
}

export default defineRule({
  id: 'wire/created-has-a-location',
  title: 'A 201 has Location, the same meta.location, and the resource',
  proves: ['RFC7644-3.3-09', 'RFC7644-3.3-08'],

  judge(exchange, claim, facts) {
    if (!isCreate(exchange, facts)) return
    const body = bodyOf(exchange)
    claim('RFC7644-3.3-08', exchange).holds(isObject(body) && member(body, 'id') !== undefined, {
      expected: 'the resource',
      actual: body ?? (exchange.response?.text || undefined),
    })
    const location = header(exchange, 'location')
    const said = claim('RFC7644-3.3-09', exchange).header('location', 'the URI of the resource', Boolean)
    const inside = member(member(body, 'meta'), 'location')
    if (!body || location === undefined || (inside === undefined && isPartialByQuery(exchange))) return
    const same = targets(inside, facts.base).some((uri) => targets(location, facts.base).includes(uri))
    said.holds(same, { expected: location, actual: inside, pointer: '/meta/location' })
  },

  counterexample: (exchange) => [
    answering(exchange, { headers: { location: undefined } }),
    answering(exchange, { body: { schemas: [URN.listResponse], totalResults: 0 } }),
  ],
})
