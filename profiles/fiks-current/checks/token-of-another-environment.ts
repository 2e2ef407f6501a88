import { defineCheck, get } from '#check'
import { answering } from '#scim'
import { needToken } from './token.part.ts'

export default defineCheck({
  id: 'fiks-current/token-of-another-environment',
  title: 'A token of another environment is refused with 401',
  proves: ['fiks/F-04'],
  needs: { resource: 'User' },
  breaks:
    'Everybody: a test system with a token of production, or the other way round, writes to real people.',

  async act(act) {
    needToken(act, 'elsewhere')
    const user = await act.shared('User')
    const read = await act.send(get(user.path), { credentials: 'elsewhere' })
    return {
      read,
      list: await act.send(get(act.endpoint('User'), { count: 1 }), { credentials: 'elsewhere' }),
    }
  },

  judge({ read, list }, claim) {
    claim('fiks/F-04', read).status(401)
    claim('fiks/F-04', list).status(401)
  },

  counterexample: ({ read, list }) => ({ read: answering(read, { status: 200 }), list }),
})
