import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, type Exchange, type JsonObject, member } from '#scim'

/** Attributes of extensions and of the core of User that are shown on request only. */
const ON_REQUEST = { returned: 'request', type: 'string', multiValued: false } as const

export default defineCheck({
  id: 'schema/shown-on-request',
  title: 'What is returned on request is shown to who asks, and to no other',
  proves: ['RFC7643-7-37'],
  needs: { features: ['schemas'], resource: 'User' },
  each: ({ resourceTypes, schemas }) => {
    const type = resourceTypes.find(({ name }) => name === 'User')
    const urns = type ? [type.schema, ...type.schemaExtensions.map(({ schema }) => schema)] : []
    return schemas
      .filter(({ id }) => urns.includes(id))
      .flatMap(({ id, attributes }) =>
        attributes
          .filter((one) => one.returned === ON_REQUEST.returned && one.type === ON_REQUEST.type)
          .filter((one) => one.multiValued === ON_REQUEST.multiValued && one.mutability === 'readWrite')
          .map(({ name }) => ({ name, urn: id, isCore: id === type?.schema })),
      )
  },

  async act({ of, send, shared, sharedMark }) {
    const own = { [of.name]: sharedMark(of.name) }
    const user = await shared('User', (of.isCore ? own : { [of.urn]: own }) as JsonObject)
    const attributes = of.isCore ? of.name : `${of.urn}:${of.name}`
    return {
      created: user.created,
      plain: await send(get(user.path)),
      asked: await send(get(user.path, { attributes })),
    }
  },

  judge({ created, plain, asked }, claim, { of }) {
    const valueIn = (one: Exchange) => member(of.isCore ? bodyOf(one) : member(bodyOf(one), of.urn), of.name)
    const what = of.name
    const shown = valueIn(plain)
    claim('RFC7643-7-37', plain)
      .status(200)
      .holds(shown === undefined, { what, expected: 'absent', actual: shown })
    const found = valueIn(asked)
    claim('RFC7643-7-37', asked)
      .status(200)
      .holds(found !== undefined, { what, expected: 'present', actual: found })
    // Not for an answer that shows nothing at all.
    const missing = created.response?.body !== undefined && valueIn(created) === undefined
    claim('RFC7643-7-37', created).holds(true, {
      what,
      expected: 'present in the answer to who sent it',
      actual: valueIn(created),
      ...(missing ? { reading: reading('AMB-088/write-response', null).reading } : {}),
    })
  },

  counterexample: ({ created, plain, asked }) => ({
    created,
    plain: asked,
    asked: answering(asked, { body: bodyOf(plain) }),
  }),
})
