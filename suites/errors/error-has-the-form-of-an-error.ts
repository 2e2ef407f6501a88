import { defineCheck, get } from '#check'
import { answering, URN } from '#scim'

export default defineCheck({
  id: 'errors/error-has-the-form-of-an-error',
  title: 'An error names its schema and has the status as a string',
  proves: ['RFC7644-3.12-02', 'RFC7644-3.12-03', 'RFC7644-3.12-04'],
  needs: { resource: 'User' },
  breaks:
    'Okta: request 4 of the OIN SPEC test wants 404 with the error schema and detail; Gluu: writing an error without scimType crashed, and a page of HTML came out (GluuFederation/oxAuth#372); PingIdentity SCIM2 SDK: the status in errors was a number (pingidentity/scim2#90). Cost: provisioning blocked, cosmetic.',

  async act({ missing, endpoint, mark, send }) {
    const unknown = await send(get(missing('User')))
    const text = `{"schemas": ["${URN.user}"], "userName": "${mark('cut')}"`
    return { unknown, malformed: await send({ method: 'POST', path: endpoint('User'), text }) }
  },

  judge({ unknown, malformed }, claim) {
    for (const refused of [unknown, malformed]) {
      const status = refused.response?.status ?? 0
      claim('RFC7644-3.12-02', refused)
        .holds(status >= 400, { what: 'status', expected: 'an error', actual: status })
        .errorBody()
      claim('RFC7644-3.12-03', refused).has('/schemas', [URN.error])
      claim('RFC7644-3.12-04', refused).errorBody()
    }
  },

  counterexample: ({ unknown, malformed }) => ({
    unknown: answering(unknown, { body: { error: 'not found', status: 404 } }),
    malformed: answering(malformed, { body: { schemas: [URN.error], status: '404' } }),
  }),
})
