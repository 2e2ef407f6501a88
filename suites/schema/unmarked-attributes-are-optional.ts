import { defineCheck } from '#check'
import { answering, type JsonObject, URN } from '#scim'

export default defineCheck({
  id: 'schema/unmarked-attributes-are-optional',
  title: 'A User needs no more than what is marked as required',
  proves: ['RFC7643-1.1-02', 'RFC7643-6-17'],
  needs: { resource: 'User', features: ['resourceTypes', 'schemas'] },
  each: ({ resourceTypes }) =>
    resourceTypes.filter(({ name }) => name === 'User').map(({ name }) => ({ name })),

  async act({ draft, endpoint, facts, send }) {
    const { schema, schemaExtensions = [] } = facts.resourceTypes.find(({ name }) => name === 'User') ?? {}
    const core = facts.schemas.find(({ id }) => id === schema)
    const required = (core?.attributes ?? []).filter((one) => one.required).map(({ name }) => name)
    const demanded = schemaExtensions.filter((one) => one.required).map((one) => one.schema)
    const kept = ['schemas', 'userName', ...required, ...demanded].map((name) => name.toLowerCase())
    const whole: JsonObject = draft('User')
    const small = Object.entries(whole).filter(([name]) => kept.includes(name.toLowerCase()))
    const body = { ...Object.fromEntries(small), schemas: [schema ?? URN.user, ...demanded] }
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge({ created }, claim) {
    // Which success it is, is asked elsewhere.
    claim('RFC7643-1.1-02', created).succeeds()
    claim('RFC7643-6-17', created).succeeds()
  },

  counterexample: ({ created }) => ({
    created: answering(created, { status: 400, body: { schemas: [URN.error], status: '400' } }),
  }),
})
