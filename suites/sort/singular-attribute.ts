import { defineCheck } from '#check'
import { ordersOf } from './orders.part.ts'
import type { Kept } from './set.part.ts'

/** displayName, in the order of creation. */
const NAMES = ['Nilsen', 'Olsen', 'Moen']
const USERS = NAMES.map((displayName, name) => ({ name, own: () => ({ displayName }) }))
const KEPT: Kept = { what: 'displayName', isKept: (user, at) => user?.displayName === NAMES[at] }
/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.4.2.3-04', { sortBy: 'displayName' }, [2, 0, 1]],
  ['RFC7644-3.4.2.3-04', { sortBy: 'displayName', sortOrder: 'descending' }, [1, 0, 2]],
] as const

export default defineCheck({
  id: 'sort/singular-attribute',
  title: 'sortBy=displayName orders by displayName',
  proves: ['RFC7644-3.4.2.3-04'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['displayName'] },

  ...ordersOf(USERS, ORDERS, KEPT),
})
