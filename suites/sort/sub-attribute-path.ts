import { defineCheck } from '#check'
import { ordersOf } from './orders.part.ts'
import { BY, KEPT_PARTS } from './people.part.ts'

/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.4.2.3-06', { sortBy: 'name.familyName' }, BY.familyName],
  ['RFC7644-3.4.2.3-06', { sortBy: 'name.givenName', sortOrder: 'descending' }, BY.givenName.toReversed()],
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

  ...ordersOf(ORDERS, KEPT_PARTS),
})
