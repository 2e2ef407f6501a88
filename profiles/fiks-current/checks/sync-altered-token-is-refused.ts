import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/sync-altered-token-is-refused',
  title: 'A sync token that was altered is refused as such',
  proves: ['fiks/S-23'],
  needs: { syncApi: true },
  breaks:
    'Consumers decide by errorCode: with another answer they ask on for ever with a token that is broken.',

  each: () =>
    [
      { name: 'users', stream: 'brukere' },
      { name: 'groups', stream: 'grupper' },
    ] as const,

  async act({ feed, of: { stream } }) {
    return { refused: await feed.page(stream, { after: await feed.now(stream), altered: true }) }
  },

  judge({ refused }, claim) {
    claim('fiks/S-23', refused).status(400).has('/errorCode', 'INVALID_TOKEN_FORMAT')
  },

  counterexample: ({ refused }) => ({ refused: answering(refused, { status: 500 }) }),
})
