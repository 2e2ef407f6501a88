import { defineCheck, reading } from '#check'
import { answering } from '#scim'

export default defineCheck({
  id: 'create/request-media-types',
  title: 'A create is accepted as JSON under each usual media type',
  proves: ['RFC7644-3.8-01'],
  needs: { resource: 'User' },
  breaks:
    'Entra and Okta send application/scim+json; charset=utf-8 (ENT-006, OKT-001); Rails app: bodies of application/scim+json were passed over (MicrosoftDocs/azure-docs#12728). Cost: provisioning blocked.',

  each: () => [
    { name: 'scim+json', type: 'application/scim+json' },
    { name: 'scim+json charset', type: 'application/scim+json; charset=utf-8' },
    { name: 'json', type: 'application/json' },
    { name: 'json charset', type: 'application/json; charset=utf-8' },
  ],

  async act({ of, draft, endpoint, send }) {
    const headers = { 'content-type': String(of.type) }
    return {
      created: await send({ method: 'POST', path: endpoint('User'), headers, body: draft('User') }),
    }
  },

  judge({ created }, claim, { of }) {
    const plain = String(of.type).startsWith('application/json')
    claim('RFC7644-3.8-01', created).status(
      200,
      201,
      ...(plain ? [reading('AMB-033/json-refused', 415)] : []),
    )
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 400 }) }),
})
