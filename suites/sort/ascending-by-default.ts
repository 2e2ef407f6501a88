import { defineCheck } from '#check'
import { ordersOf } from './orders.part.ts'
import { BY } from './people.part.ts'

/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.4.2.3-03', { sortBy: 'userName', sortOrder: 'ascending' }, BY.userName],
  ['RFC7644-3.4.2.3-09', { sortBy: 'userName' }, BY.userName],
  ['RFC7644-3.4.2.3-08', { sortBy: 'userName', sortOrder: 'descending' }, BY.userName.toReversed()],
] as const

export default defineCheck({
  id: 'sort/ascending-by-default',
  title: 'sortBy orders by userName, ascending unless descending is asked for',
  proves: ['RFC7644-3.4.2.3-03', 'RFC7644-3.4.2.3-08', 'RFC7644-3.4.2.3-09'],
  needs: { features: ['filter', 'sort'], resource: 'User' },

  ...ordersOf(ORDERS),
})
