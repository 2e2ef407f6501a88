import { defineCheck } from '#check'
import { ordersOf } from './orders.part.ts'
import type { Kept } from './set.part.ts'

/** title; the one in the middle has none. */
const TITLES = [{ title: 'Renholder' }, {}, { title: 'Adjunkt' }]
const USERS = TITLES.map((own, name) => ({ name, own: () => own }))
const KEPT: Kept = {
  what: 'title as it was sent',
  isKept: (user, at) => (user?.title ?? undefined) === TITLES[at]?.title,
}
/** How the list is asked for, and which of the users come in which order. */
const ORDERS = [
  ['RFC7644-3.4.2.3-07', { sortBy: 'title', sortOrder: 'ascending' }, [2, 0, 1]],
  ['RFC7644-3.4.2.3-07', { sortBy: 'title', sortOrder: 'descending' }, [1, 0, 2]],
] as const

export default defineCheck({
  id: 'sort/missing-values-come-last',
  title: 'Users without the sortBy attribute come last, descending first',
  proves: ['RFC7644-3.4.2.3-07'],
  needs: { features: ['filter', 'sort'], resource: 'User', attributes: ['title'] },

  ...ordersOf(USERS, ORDERS, KEPT),
})
