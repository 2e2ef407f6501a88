import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/group-needs-a-name',
  title: 'A group without displayName is refused',
  proves: ['fiks/F-51'],
  needs: { resource: 'Group' },

  async act({ draft, endpoint, send }) {
    const { displayName: _, ...nameless } = draft('Group')
    return { created: await send({ method: 'POST', path: endpoint('Group'), body: nameless }) }
  },

  judge({ created }, claim) {
    claim('fiks/F-51', created).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 201 }) }),
})
