import { bodyOf, defineCheck, escapeToken, get } from '#check'
import { answering, URN } from '#scim'

const POINTER = `/${escapeToken(URN.fiksPerson)}/foedselsnummer`

export default defineCheck({
  id: 'fiks-current/number-is-optional',
  title: 'A user without an identity number is accepted',
  proves: ['fiks/F-25'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, send, blocked }) {
    const created = await send({ method: 'POST', path: endpoint('User'), body: draft('User') })
    const id = bodyOf(created)?.id
    if (created.response?.status === 201 && typeof id !== 'string') blocked('the answer shows no id')
    const path = `${endpoint('User')}/${encodeURIComponent(String(id))}`
    return { created, after: await send(get(path)) }
  },

  judge({ created, after }, claim) {
    claim('fiks/F-25', created).status(201)
    claim('fiks/F-25', after).status(200).lacks(POINTER)
  },

  counterexample: ({ created, after }) => ({ created: answering(created, { status: 400 }), after }),
})
