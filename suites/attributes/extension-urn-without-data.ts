import { defineCheck } from '#check'
import { answering, type Json } from '#scim'

export default defineCheck({
  id: 'attributes/extension-urn-without-data',
  title: 'schemas may name an extension of which there are no attributes',
  proves: ['RFC7643-3.3-04'],
  needs: { resource: 'User' },
  requests: () => 1,
  each: ({ resourceTypes }) =>
    resourceTypes
      .filter(({ name }) => name === 'User')
      .flatMap(({ name, schemaExtensions }) =>
        schemaExtensions.slice(0, 1).map(({ schema }) => ({ name, urn: schema })),
      ),

  async act({ of, draft, endpoint, send }) {
    const body = draft('User')
    const schemas = [...new Set<Json>([...(body.schemas as Json[]), of.urn ?? null])]
    return { created: await send({ method: 'POST', path: endpoint('User'), body: { ...body, schemas } }) }
  },

  judge: ({ created }, claim) => void claim('RFC7643-3.3-04', created).succeeds(),

  counterexample: ({ created }) => ({ created: answering(created, { status: 400 }) }),
})
