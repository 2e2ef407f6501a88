import { defineCheck } from '#check'
import { ordersOf } from './orders.part.ts'
import type { Kept } from './set.part.ts'

/** Given and family name: ordering by the first gives the opposite. */
const NAMES = [
  { givenName: 'Berit', familyName: 'Nilsen' },
  { givenName: 'Anna', familyName: 'Olsen' },
  { givenName: 'Cato', familyName: 'Moen' },
]
const USERS = NAMES.map((own, name) => ({ name, own: () => ({ name: own }) }))
const KEPT: Kept = { what: 'name', isKept: (user) => user?.name !== undefined }
/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.4.2.3-06', { sortBy: 'name.familyName' }, [2, 0, 1]],
  ['RFC7644-3.4.2.3-06', { sortBy: 'name.familyName', sortOrder: 'descending' }, [1, 0, 2]],
] as const

export default defineCheck({
  id: 'sort/sub-attribute-path',
  title: 'sortBy takes the path of a sub-attribute, name.familyName',
  proves: ['RFC7644-3.4.2.3-06'],
  needs: {
    features: ['filter', 'sort'],
    resource: 'User',
    attributes: ['name.familyName', 'name.givenName'],
  },

  ...ordersOf(USERS, ORDERS, KEPT),
})
