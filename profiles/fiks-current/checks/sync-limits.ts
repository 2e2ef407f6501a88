import { defineCheck } from '#check'
import { answering } from '#scim'
import { lengthOf } from './sync.part.ts'

const USUAL = 100
const MOST = 1000

export default defineCheck({
  id: 'fiks-current/sync-limits',
  title: 'A page keeps to the limits, and an odd limit is no fault',
  proves: ['fiks/S-09'],
  needs: { syncApi: true },

  each: () => [
    { name: 'none', most: USUAL },
    { name: '0', limit: 0, most: MOST },
    { name: 'negative', limit: -1, most: MOST },
    { name: '1001', limit: MOST + 1, most: MOST },
  ],

  async act({ feed, of }) {
    return { page: await feed.page('brukere', typeof of.limit === 'number' ? { limit: of.limit } : {}) }
  },

  judge({ page }, claim, { of }) {
    const most = Number(of.most)
    if (of.limit === undefined) claim('fiks/S-09', page).status(200)
    else claim('fiks/S-09', page).status(200, 400)
    claim('fiks/S-09', page).holds(lengthOf(page) <= most, {
      what: 'events on a page',
      expected: `at most ${most}`,
      actual: lengthOf(page),
    })
  },

  counterexample: ({ page }) => ({ page: answering(page, { status: 500 }) }),
})
