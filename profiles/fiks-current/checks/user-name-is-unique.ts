import { defineCheck } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'fiks-current/user-name-is-unique',
  title: 'A userName in use, in another case, is refused with 409',
  proves: ['fiks/F-34'],
  needs: { resource: 'User', attributes: ['userName'] },

  async act({ given, draft, endpoint, send }) {
    const user = await given('User')
    const body = draft('User', { userName: String(user.sent.userName).toUpperCase() })
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ created }, claim) {
    claim('fiks/F-34', created).status(409).scimType('uniqueness')
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 201 }) }),
})
