import { defineCheck, reading } from '#check'
import { answering } from '#scim'
import { withNumber } from './identity-number.part.ts'

export default defineCheck({
  id: 'fiks-current/number-is-a-string',
  title: 'An identity number sent as a JSON number is refused',
  proves: ['fiks/F-28'],
  needs: { resource: 'User' },

  async act({ draft, endpoint, send, person }) {
    const body = draft('User', withNumber(Number(person().nationalId)))
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ created }, claim) {
    claim('fiks/F-28', created).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 201 }) }),
})
