import { defineCheck, get } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'errors/unknown-endpoint-is-404',
  title: 'An endpoint that does not exist is answered with 404',
  proves: ['RFC7644-3.12-13'],
  breaks:
    'Passbolt: an unknown resource type ended as an internal error and stopped all (pocket-id/pocket-id#1295). Cost: provisioning blocked.',

  act: async ({ send, mark }) => ({ answer: await send(get(`/${mark('Endpoint')}`)) }),

  judge({ answer }, claim) {
    claim('RFC7644-3.12-13', answer).status(404)
  },

  counterexample: ({ answer }) => {
    const body = { schemas: [URN.listResponse], totalResults: 0, Resources: [] }
    return { answer: answering(answer, { status: 200, body }) }
  },
})
