import { defineCheck, get, patch, reading } from '#check'
import { answering, type ScimRequest, URN } from '#scim'

export default defineCheck({
  id: 'errors/unsupported-is-said-with-501',
  title: 'What the service does not support is answered with 501',
  proves: ['RFC7644-3.12-18'],
  needs: { resource: 'User' },
  each: ({ features }) =>
    (['patch', 'bulk', 'me'] as const)
      // That there is no PATCH or bulk is known only where the service says so itself.
      .filter((name) => name === 'me' || features.serviceProviderConfig.offered)
      .filter((name) => !features[name].offered)
      .map((name) => ({ name })),

  async act({ draft, given, missing, of, send }) {
    if (of.name === 'me') return { answer: await send(get('/Me')) }
    if (of.name === 'patch') {
      const user = await given('User')
      return { answer: await send(patch(user.path, { op: 'replace', path: 'active', value: false })) }
    }
    const path = missing('User').replace(/\/[^/]*$/, '')
    const Operations = [{ method: 'POST', path, bulkId: 'one', data: draft('User') }]
    const bulk: ScimRequest = {
      method: 'POST',
      path: '/Bulk',
      body: { schemas: [URN.bulkRequest], Operations },
    }
    return { answer: await send(bulk) }
  },

  judge({ answer }, claim, { of }) {
    const router = [403, 404, 405].map((status) => reading('AMB-038/router', status))
    // /Me can lead elsewhere, and a client need not have a resource of its own (AMB-094).
    const elsewhere = of.name === 'me' ? [308, 401] : []
    claim('RFC7644-3.12-18', answer).status(501, ...elsewhere, ...router)
  },

  counterexample: ({ answer }) => ({
    answer: answering(answer, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
