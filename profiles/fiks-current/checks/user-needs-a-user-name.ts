import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/user-needs-a-user-name',
  title: 'A user without userName is refused',
  proves: ['fiks/X2'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, send }) {
    const { userName: _, ...nameless } = draft('User')
    return { created: await send({ method: 'POST', path: endpoint('User'), body: nameless }) }
  },

  judge({ created }, claim) {
    claim('fiks/X2', created).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 201 }) }),
})
