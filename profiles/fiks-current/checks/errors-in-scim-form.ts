import { defineCheck, get, reading } from '#check'
import { answering, type ScimRequest } from '#scim'

export default defineCheck({
  id: 'fiks-current/errors-in-scim-form',
  title: 'Errors have their status and the form of SCIM',
  proves: ['fiks/F-80', 'fiks/F-82'],
  needs: { resource: 'User' },

  each: (facts) =>
    [
      { name: 'malformed', status: 400 },
      { name: 'no-token', status: 401 },
      { name: 'unknown', status: 404 },
      { name: 'in-use', status: 409 },
    ].filter(({ status }) => status !== 401 || facts.features.credentials.offered),

  async act({ given, draft, endpoint, missing, mark, send, of }) {
    const path = endpoint('User')
    const twin = async () => draft('User', { userName: (await given('User')).sent.userName ?? null })
    const requests: Record<string, () => Promise<ScimRequest>> = {
      malformed: async () => ({ method: 'POST', path, text: `{"userName": "${mark('broken')}"` }),
      'no-token': async () => get(path, { count: 1 }),
      unknown: async () => get(missing('User')),
      'in-use': async () => ({ method: 'POST', path, body: await twin() }),
    }
    const request = (await requests[of.name]?.()) ?? get(missing('User'))
    return { error: await send(request, of.status === 401 ? { credentials: 'none' } : {}) }
  },

  judge({ error }, claim, { of }) {
    claim('fiks/F-82', error).status(of.status)
    // AMB-034: what stands in front of the service may refuse a token before SCIM comes into it.
    const bare = of.status === 401 && error.response?.body === undefined
    if (!bare) return void claim('fiks/F-80', error).errorBody()
    claim('fiks/F-80', error).status(reading('AMB-034/401-without-body', 401))
  },

  counterexample: ({ error }) => ({
    error: answering(error, { status: 500, body: { errorId: 'x', message: 'Noe gikk galt' } }),
  }),
})
