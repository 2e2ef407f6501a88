import { bodyOf, defineCheck, elementsOf, get, resourcesIn } from '#check'
import { answering, isObject, member } from '#scim'

export default defineCheck({
  id: 'discovery/extension-is-described',
  title: 'Each extension has a schema in /Schemas and says if it is required',
  proves: ['RFC7643-6-14', 'RFC7643-6-15', 'RFC7643-6-18'],
  needs: { features: ['resourceTypes', 'schemas'] },
  each: ({ resourceTypes }) =>
    resourceTypes.flatMap((type) =>
      type.schemaExtensions.map(({ schema }) => ({
        name: `${type.name} ${schema}`,
        type: type.name,
        schema,
      })),
    ),

  async act({ send, of }) {
    const schema = await send(get(`/Schemas/${encodeURI(of.schema)}`))
    return { list: await send(get('/ResourceTypes')), schema }
  },

  judge({ list, schema }, claim, { of }) {
    const type = resourcesIn(list).find((one) => member(one, 'name') === of.type)
    const extensions = elementsOf(type, 'schemaExtensions')
    const unnamed = extensions.find((one) => typeof member(one, 'schema') !== 'string')
    const unsure = extensions.find((one) => typeof member(one, 'required') !== 'boolean')
    const what = `schemaExtensions of ${of.type}`
    const same = String(member(bodyOf(schema), 'id')).toLowerCase() === of.schema.toLowerCase()
    const expected = `the schema ${of.schema}`
    claim('RFC7643-6-14', schema).status(200).holds(same, { expected, actual: schema.response?.body })
    claim('RFC7643-6-15', list).holds(!unnamed, { what, expected: 'each with a URI', actual: unnamed })
    claim('RFC7643-6-18', list).holds(!unsure, { what, expected: 'each with true or false', actual: unsure })
  },

  counterexample: ({ list, schema }) => {
    const Resources = resourcesIn(list).map((type) => ({ ...type, schemaExtensions: [{ required: 'no' }] }))
    const body = isObject(list.response?.body) ? { ...list.response.body, Resources } : {}
    return { list: answering(list, { body }), schema: answering(schema, { status: 404, body: undefined }) }
  },
})
