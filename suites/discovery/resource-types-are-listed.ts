import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, member, URN } from '#scim'

export default defineCheck({
  id: 'discovery/resource-types-are-listed',
  title: '/ResourceTypes is a ListResponse with every resource type',
  proves: ['RFC7644-4-06', 'RFC7644-4-09', 'RFC7644-4-07'],
  needs: { features: ['resourceTypes'] },
  breaks:
    'Discovery documents that cannot be read: incident family P6; Scimitar: /ResourceTypes was no list (pond/scimitar#146). Cost: provisioning blocked.',

  act: async ({ send }) => ({ list: await send(get('/ResourceTypes')) }),

  judge({ list }, claim) {
    const found = resourcesIn(list)
    const schemas = member(bodyOf(list), 'schemas')
    const named = Array.isArray(schemas) && schemas.includes(URN.listResponse)
    const total = { expected: found.length, actual: member(bodyOf(list), 'totalResults') }
    claim('RFC7644-4-06', list)
      .status(200)
      .holds(found.length > 0, { expected: 'at least one resource type', actual: list.response?.body })
    claim('RFC7644-4-09', list)
      .holds(named, { expected: [URN.listResponse], actual: schemas, pointer: '/schemas' })
      .holds(total.actual === total.expected, { ...total, pointer: '/totalResults' })
    const bare = found.find((type) => !['endpoint', 'schema'].every((name) => Object.hasOwn(type, name)))
    const expected = 'each with endpoint and schema'
    claim('RFC7644-4-07', list).holds(bare === undefined && found.length > 0, { expected, actual: bare })
  },

  counterexample: ({ list }) => ({ list: answering(list, { body: resourcesIn(list) }) }),
})
