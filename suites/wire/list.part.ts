import type { Facts } from '#check'
import type { Exchange } from '#scim'
import { pathOf } from './address.part.ts'

/** A request that only a list answers, whatever came. */
export function asksForList(exchange: Exchange, { resourceTypes }: Facts): boolean {
  const path = pathOf(exchange)
  if (exchange.request.method !== 'GET') return path.endsWith('/.search')
  return [...resourceTypes.map(({ endpoint }) => endpoint), '/Schemas', '/ResourceTypes'].includes(path)
}
