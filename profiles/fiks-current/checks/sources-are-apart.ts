import { bodyOf, defineCheck, get, idsIn } from '#check'
import { answering } from '#scim'
import { needToken } from './token.part.ts'

export default defineCheck({
  id: 'fiks-current/sources-are-apart',
  title: 'The token of another source neither reads nor finds the user',
  proves: ['fiks/F-15'],
  needs: { features: ['filter'], resource: 'User' },
  breaks:
    'Municipalities: one sees the employees of the other; Vouch: a token read and changed users of other tenants (vouch-sh/vouch#317). Cost: wrong access.',

  async act(act) {
    needToken(act, 'other')
    const { given, send, endpoint } = act
    const user = await given('User')
    const filter = `userName eq ${JSON.stringify(user.sent.userName)}`
    const read = await send(get(user.path), { credentials: 'other' })
    const found = await send(get(endpoint('User'), { filter }), { credentials: 'other' })
    return { own: await send(get(user.path)), read, found }
  },

  judge({ own, read, found }, claim) {
    const id = String(bodyOf(own)?.id)
    const actual = idsIn(found)
    claim('fiks/F-15', read).status(404, 403)
    claim('fiks/F-15', found)
      .succeeds()
      .holds(!actual.includes(id), { what: 'ids found', expected: `without ${id}`, actual })
  },

  counterexample: ({ own, read, found }) => ({ own, read: answering(read, { status: 200 }), found }),
})
