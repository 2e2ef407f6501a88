import { bodyOf, defineCheck, elementsOf, get, reading } from '#check'
import { answering, isObject, member, URN } from '#scim'

export default defineCheck({
  id: 'discovery/required-extension-is-demanded',
  title: 'Resources carry an extension that is declared to be required',
  proves: ['RFC7643-6-16'],
  needs: { features: ['resourceTypes'] },
  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name, schemaExtensions }) =>
      schemaExtensions
        .filter(({ required }) => required)
        .map(({ schema }) => ({ name: `${name} ${schema}`, type: name, schema })),
    ),

  async act({ draft, endpoint, of, send, shared }) {
    const made = await shared(of.type)
    const { [of.schema]: _, schemas: __, ...rest } = draft(of.type)
    const schemas = elementsOf(made.sent, 'schemas').filter((urn) => urn !== of.schema)
    const without = await send({ method: 'POST', path: endpoint(of.type), body: { ...rest, schemas } })
    return { read: await send(get(made.path)), without }
  },

  judge({ read, without }, claim, { of }) {
    const schemas = elementsOf(bodyOf(read), 'schemas').map((urn) => String(urn).toLowerCase())
    const named = schemas.includes(of.schema.toLowerCase())
    const container = member(bodyOf(read), of.schema)
    const expected = `the extension ${of.schema}`
    claim('RFC7643-6-16', read).holds(named && isObject(container), { expected, actual: container })
    claim('RFC7643-6-16', without).status(400, reading('AMB-036/422', 422))
  },

  counterexample: ({ read, without }) => ({
    read: answering(read, { body: { schemas: [URN.user], id: '2819' } }),
    without: answering(without, { status: 201, body: { schemas: [URN.user], id: '2820' } }),
  }),
})
