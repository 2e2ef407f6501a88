import { defineCheck, get, patch, reading } from '#check'
import { answering, type ScimRequest, URN } from '#scim'

export default defineCheck({
  id: 'errors/unsupported-is-said-with-501',
  title: 'What the service does not support is answered with 501',
  proves: ['RFC7644-3.12-18'],
  needs: { resource: 'User' },
  each: ({ features }) => [
    ...(['patch', 'bulk', 'me'] as const)
      // That there is no PATCH or bulk is known only where the service says so itself.
      .filter((name) => name === 'me' || features.serviceProviderConfig.offered)
      .filter((name) => !features[name].offered)
      .map((name) => ({ name })),
    // Nobody can take a schema away.
    ...(features.schemas.offered ? [{ name: 'schema' }] : []),
  ],

  async act({ draft, given, missing, of, send }) {
    if (of.name === 'me') return { answer: await send(get('/Me')) }
    if (of.name === 'schema') {
      const id = missing('User').split('/').at(-1)
      return { answer: await send({ method: 'DELETE', path: `/Schemas/${id}` }) }
    }
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
    // That discovery is read-only can be said with any refusal (AMB-008).
    const others: Readonly<Record<string, number[]>> = { me: [308, 401], schema: [400, 403, 404, 405] }
    const elsewhere = others[of.name] ?? []
    claim('RFC7644-3.12-18', answer).status(501, ...elsewhere, ...router)
  },

  counterexample: ({ answer }) => ({
    answer: answering(answer, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
