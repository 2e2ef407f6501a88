import { defineCheck } from '#check'
import { URN } from '#scim'
import { ordersOf } from './orders.part.ts'
import type { Kept } from './set.part.ts'

/** displayName, in the order of creation. */
const NAMES = ['Nilsen', 'Olsen', 'Moen']
const USERS = NAMES.map((displayName, name) => ({ name, own: () => ({ displayName }) }))
const KEPT: Kept = { what: 'displayName', isKept: (user, at) => user?.displayName === NAMES[at] }
/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.10-01', { sortBy: `${URN.user}:displayName` }, [2, 0, 1]],
  ['RFC7644-3.10-01', { sortBy: `${URN.user}:displayName`, sortOrder: 'descending' }, [1, 0, 2]],
] as const

export default defineCheck({
  id: 'sort/urn-qualified-name',
  title: 'sortBy takes a name qualified by its schema URN',
  proves: ['RFC7644-3.10-01'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['displayName'] },

  ...ordersOf(USERS, ORDERS, KEPT),
})
