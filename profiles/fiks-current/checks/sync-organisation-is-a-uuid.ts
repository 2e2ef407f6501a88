import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/sync-organisation-is-a-uuid',
  title: 'An organisation that is no UUID is answered with 400',
  proves: ['fiks/S-03'],
  needs: { syncApi: true },

  async act({ feed }) {
    return { refused: await feed.page('brukere', { limit: 1, fiksOrgId: 'ingen-uuid' }) }
  },

  judge({ refused }, claim) {
    claim('fiks/S-03', refused).status(400)
  },

  counterexample: ({ refused }) => ({ refused: answering(refused, { status: 200 }) }),
})
