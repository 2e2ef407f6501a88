import { defineCheck, get } from '#check'
import { answering } from '#scim'
import { needToken } from './token.part.ts'

export default defineCheck({
  id: 'fiks-current/revoked-token-is-refused',
  title: 'A second token of the source works, a revoked one does not',
  proves: ['fiks/F-12'],
  needs: { resource: 'User' },
  breaks:
    'Who renews a token: without two at once there is an outage, without revocation a leaked one stays good.',

  each: () => [{ name: 'twin' }, { name: 'revoked' }],

  async act(act) {
    const kind = act.of.name === 'twin' ? 'twin' : 'revoked'
    needToken(act, kind)
    const user = await act.shared('User')
    return { read: await act.send(get(user.path), { credentials: kind }) }
  },

  judge({ read }, claim, { of }) {
    claim('fiks/F-12', read).status(of.name === 'twin' ? 200 : 401)
  },

  counterexample: ({ read }, { of }) => ({
    read: answering(read, { status: of.name === 'twin' ? 401 : 200 }),
  }),
})
