import { bodyOf, defineCheck, get } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'discovery/resource-type-schema-is-described',
  title: 'The schema of each resource type is found in /Schemas',
  proves: ['RFC7643-6-11', 'RFC7643-3.2-01'],
  needs: { features: ['resourceTypes', 'schemas'] },
  each: ({ resourceTypes }) => resourceTypes.map(({ name, schema }) => ({ name, schema })),

  act: async ({ send, of }) => ({ schema: await send(get(`/Schemas/${encodeURI(of.schema)}`)) }),

  judge({ schema }, claim, { of }) {
    const actual = member(bodyOf(schema), 'id')
    // URNs are compared without case (AMB-012).
    const same = String(actual).toLowerCase() === of.schema.toLowerCase()
    const detail = { expected: of.schema, actual, pointer: '/id' }
    claim('RFC7643-6-11', schema).status(200).holds(same, detail)
    claim('RFC7643-3.2-01', schema).status(200).holds(same, detail)
  },

  counterexample: ({ schema }) => ({
    schema: answering(schema, { status: 404, body: { schemas: [URN.error], status: '404' } }),
  }),
})
