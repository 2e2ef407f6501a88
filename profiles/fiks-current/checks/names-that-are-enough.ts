import { defineCheck } from '#check'
import { answering, type JsonObject } from '#scim'

const formatted = 'Søvnig Åkerbær'
const name: JsonObject = { formatted }
const both: JsonObject = { displayName: formatted, name }

export default defineCheck({
  id: 'fiks-current/names-that-are-enough',
  title: 'displayName or name.formatted is enough as a name',
  proves: ['fiks/F-23'],
  needs: { resource: 'User', attributes: ['displayName', 'name.formatted'] },

  each: () => [
    { name: 'both', names: both, allowed: [201] },
    { name: 'displayName', names: { displayName: formatted }, allowed: [201] },
    { name: 'name.formatted', names: { name }, allowed: [201] },
    // Without any, the user may be refused, or taken and not be passed on.
    { name: 'none', names: {}, allowed: [201, 400] },
  ],

  async act({ draft, endpoint, send, of }) {
    const { displayName: _, name: __, ...nameless } = draft('User')
    const body = { ...nameless, ...(of.names as JsonObject) }
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ created }, claim, { of }) {
    claim('fiks/F-23', created).status(...of.allowed)
  },

  counterexample: ({ created }) => ({ created: answering(created, { status: 500 }) }),
})
