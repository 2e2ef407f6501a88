import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/sync-tokens-are-of-one-stream',
  title: 'A sync token of one stream is refused in the other',
  proves: ['fiks/S-08'],
  needs: { syncApi: true },

  each: () =>
    [
      { name: 'users-for-groups', from: 'brukere', to: 'grupper' },
      { name: 'groups-for-users', from: 'grupper', to: 'brukere' },
    ] as const,

  async act({ feed, of: { from, to } }) {
    return { refused: await feed.page(to, { after: await feed.now(from) }) }
  },

  judge({ refused }, claim) {
    const status = refused.response?.status ?? 0
    claim('fiks/S-08', refused).holds(status >= 400 && status < 500, {
      what: 'status',
      expected: '4xx',
      actual: status,
    })
  },

  counterexample: ({ refused }) => ({ refused: answering(refused, { status: 200 }) }),
})
