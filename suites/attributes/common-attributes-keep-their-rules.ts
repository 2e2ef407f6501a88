import { defineCheck, get, isUnassigned } from '#check'
import { answering, isObject, member } from '#scim'

const ROWS = ['RFC7643-3-09', 'RFC7643-3.1-04', 'RFC7643-3.1-12'] as const

export default defineCheck({
  id: 'attributes/common-attributes-keep-their-rules',
  title: 'id, meta and externalId are what they are on every resource',
  proves: ROWS,
  requests: () => 1,
  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name }) => (['User', 'Group'].includes(name) ? [{ name }] : [])),

  async act({ of, send, shared, sharedMark }) {
    const made = await shared(of.name, { id: 'chosen-by-the-client', externalId: sharedMark('External') })
    return { created: made.created, read: await send(get(made.path)) }
  },

  judge({ created, read }, claim) {
    const body = read.response?.body
    const [id, externalId] = [member(body, 'id'), member(body, 'externalId')]
    const sent = member(created.request.body, 'externalId') ?? null
    const detail = { what: 'externalId', expected: sent, actual: externalId }
    claim('RFC7643-3-09', read).status(200).has('/id').has('/meta/resourceType')
    claim('RFC7643-3.1-04', read)
      .holds(!isUnassigned(id) && id !== 'chosen-by-the-client', {
        what: 'id',
        expected: "the target's own",
        actual: id,
      })
      // Case-exact whatever a schema says.
      .holds(isUnassigned(externalId) || externalId === sent, detail)
    claim('RFC7643-3.1-12', read).holds(externalId === sent, detail)
  },

  counterexample: ({ created, read }) => {
    const { meta: _, ...rest } = isObject(read.response?.body) ? read.response.body : {}
    return {
      created,
      read: answering(read, { body: { ...rest, id: 'chosen-by-the-client', externalId: 'somebody' } }),
    }
  },
})
