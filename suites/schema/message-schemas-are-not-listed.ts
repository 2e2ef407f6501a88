import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'schema/message-schemas-are-not-listed',
  title: 'Schemas of messages are not found in /Schemas',
  proves: ['RFC7644-3.1-05'],
  needs: { features: ['schemas'] },

  async act({ send }) {
    return { list: await send(get('/Schemas')), message: await send(get(`/Schemas/${URN.listResponse}`)) }
  },

  judge({ list, message }, claim) {
    const listed = resourcesIn(list)
      .map((schema) => member(schema, 'id'))
      .find((id) => /^urn:ietf:params:scim:api:/i.test(String(id)))
    const detail = { what: 'schema of a message', expected: 'none', actual: listed }
    claim('RFC7644-3.1-05', list).holds(listed === undefined, detail)
    const served = message.response?.status === 200
    const alone = { what: 'status', expected: 404, actual: message.response?.status }
    claim('RFC7644-3.1-05', message).holds(!served, alone)
  },

  counterexample: ({ list, message }) => {
    const Resources = [...resourcesIn(list), { id: URN.patchOp, name: 'PatchOp', attributes: [] }]
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }), message }
  },
})
