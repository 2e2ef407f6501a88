import { defineCheck } from '#check'
import { answering } from '#scim'
import { withNumber } from './identity-number.part.ts'

export default defineCheck({
  id: 'fiks-current/same-number-twice',
  title: 'A second user with the same number is refused or taken in order',
  proves: ['fiks/F-35'],
  needs: { resource: 'User' },

  async act({ given, draft, endpoint, send, person }) {
    const extension = withNumber(person().nationalId)
    await given('User', extension)
    const body = draft('User', extension)
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ created }, claim) {
    claim('fiks/F-35', created).status(201, 400, 409)
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 500 }) }),
})
