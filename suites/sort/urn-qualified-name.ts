import { defineCheck } from '#check'
import { URN } from '#scim'
import { ordersOf } from './orders.part.ts'
import { BY, KEPT_NAMES } from './people.part.ts'

const sortBy = `${URN.user}:displayName`
/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.10-01', { sortBy }, BY.displayName],
  ['RFC7644-3.10-01', { sortBy, sortOrder: 'descending' }, BY.displayName.toReversed()],
] as const

export default defineCheck({
  id: 'sort/urn-qualified-name',
  title: 'sortBy takes a name qualified by its schema URN',
  proves: ['RFC7644-3.10-01'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['displayName'] },

  ...ordersOf(ORDERS, KEPT_NAMES),
})
