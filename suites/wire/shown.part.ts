import { bodyOf, type Facts, FOREIGN, isSuccess, resourcesIn } from '#check'
import { type Exchange, type JsonObject, member } from '#scim'
import type { ResourceType } from '#scim/schema'
import { isAt, pathOf } from './address.part.ts'

/** A resource together with the type whose endpoint showed it. */
interface Shown {
  readonly type: ResourceType
  readonly resource: JsonObject
  /** Somebody else's: all but its schemas, id and meta is taken away, so that nothing else can be missed in it. */
  readonly isForeign: boolean
}

/** Resources that were shown at an endpoint which the target describes, each once. */
export function shown(exchange: Exchange, { resourceTypes }: Facts): JsonObject[] {
  return shownAt(exchange, resourceTypes)
}

/** The same with their types; where types share an endpoint, once for each of them. */
export function shownAs(exchange: Exchange, { resourceTypes }: Facts): Shown[] {
  return resourceTypes.flatMap((type) =>
    shownAt(exchange, [type]).map((resource) => ({
      type,
      resource,
      isForeign: member(resource, FOREIGN) !== undefined,
    })),
  )
}

/** Whatever is no list is one resource, so that a body which is neither is judged as well. */
function shownAt(exchange: Exchange, types: readonly ResourceType[]): JsonObject[] {
  const body = isSuccess(exchange) ? bodyOf(exchange) : undefined
  if (!body || !types.some(({ endpoint }) => isAt(endpoint, pathOf(exchange)))) return []
  const isList = Object.hasOwn(body, 'totalResults') || Object.hasOwn(body, 'Resources')
  return isList ? resourcesIn(exchange) : [body]
}

/** Cut down by `attributes` or `excludedAttributes` in the query: all that the answer with one resource knows. */
export function isPartialByQuery({ request }: Exchange): boolean {
  return /[?&](excludedA|a)ttributes=/i.test(request.path)
}

/** Cut down by `attributes` or `excludedAttributes`, in the query or in the body of a search. */
export function isPartial(exchange: Exchange): boolean {
  const { body } = exchange.request
  return (
    isPartialByQuery(exchange) ||
    ['attributes', 'excludedAttributes'].some((name) => member(body, name) !== undefined)
  )
}
