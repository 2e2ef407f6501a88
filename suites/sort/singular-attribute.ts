import { defineCheck } from '#check'
import { ordersOf } from './orders.part.ts'
import { BY, KEPT_NAMES } from './people.part.ts'

/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.4.2.3-04', { sortBy: 'displayName' }, BY.displayName],
  ['RFC7644-3.4.2.3-04', { sortBy: 'displayName', sortOrder: 'descending' }, BY.displayName.toReversed()],
  // What a list is sorted by need not be in it.
  ['RFC7644-3.4.2.3-04', { sortBy: 'displayName', attributes: 'userName' }, BY.displayName],
] as const

export default defineCheck({
  id: 'sort/singular-attribute',
  title: 'sortBy=displayName orders by displayName',
  proves: ['RFC7644-3.4.2.3-04'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['displayName'] },

  ...ordersOf(ORDERS, KEPT_NAMES),
})
