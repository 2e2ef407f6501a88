import { defineCheck } from '#check'
import { ordersOf } from './orders.part.ts'
import { BY, KEPT_TITLES } from './people.part.ts'

/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.4.2.3-07', { sortBy: 'title', sortOrder: 'ascending' }, BY.title],
  ['RFC7644-3.4.2.3-07', { sortBy: 'title', sortOrder: 'descending' }, BY.title.toReversed()],
] as const

export default defineCheck({
  id: 'sort/missing-values-come-last',
  title: 'Users without the sortBy attribute come last, descending first',
  proves: ['RFC7644-3.4.2.3-07'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['title'] },

  ...ordersOf(ORDERS, KEPT_TITLES),
})
