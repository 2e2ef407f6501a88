import { bodyOf, elementsOf } from '#check'
import { type Exchange, member } from '#scim'

/** The ids of the groups that a user shows. */
export const groupIds = (exchange: Exchange): string[] =>
  elementsOf(bodyOf(exchange), 'groups').map((one) => String(member(one, 'value')))
