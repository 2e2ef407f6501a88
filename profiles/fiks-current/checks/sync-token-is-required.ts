import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/sync-token-is-required',
  title: 'Nobody reads the streams without a valid token',
  proves: ['fiks/S-04'],
  needs: { syncApi: true },
  breaks: 'Everybody in the municipality: the streams tell names and identity numbers.',

  each: () =>
    [
      { name: 'users', stream: 'brukere' },
      { name: 'groups', stream: 'grupper' },
    ] as const,

  async act({ feed, of: { stream } }) {
    const without = await feed.page(stream, { limit: 1, credentials: 'none' })
    return { without, wrong: await feed.page(stream, { limit: 1, credentials: 'wrong' }) }
  },

  judge({ without, wrong }, claim) {
    for (const refused of [without, wrong]) claim('fiks/S-04', refused).status(401)
  },

  counterexample: ({ without, wrong }) => ({ without, wrong: answering(wrong, { status: 200 }) }),
})
