import { bodyOf, resourcesIn } from '#check'
import { type Exchange, member } from '#scim'

/** The pointer to a resource in a list; to the first one where it is missing, so that claims about it fail there. */
export function placeIn(list: Exchange, resource: Exchange): string {
  const id = member(bodyOf(resource), 'id')
  const at = resourcesIn(list).findIndex((one) => member(one, 'id') === id)
  return `/Resources/${Math.max(0, at)}`
}
