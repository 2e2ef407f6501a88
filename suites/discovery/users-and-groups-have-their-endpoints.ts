import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, member, URN } from '#scim'

/** RFC 7644 table 2. */
const ENDPOINTS: Readonly<Record<string, string>> = { [URN.user]: 'Users', [URN.group]: 'Groups' }

export default defineCheck({
  id: 'discovery/users-and-groups-have-their-endpoints',
  title: 'Users live at /Users and groups at /Groups',
  proves: ['RFC7644-3.2-01'],
  needs: { features: ['resourceTypes'] },
  each: ({ resourceTypes }) =>
    resourceTypes.flatMap(({ name, schema }) => {
      const expected = Object.hasOwn(ENDPOINTS, schema) ? ENDPOINTS[schema] : undefined
      return expected && ['User', 'Group'].includes(name) ? [{ name, expected }] : []
    }),

  async act({ send, of }) {
    return {
      list: await send(get('/ResourceTypes')),
      served: await send(get(`/${of.expected}`, { count: 1 })),
    }
  },

  judge({ list, served }, claim, { of }) {
    const type = resourcesIn(list).find((one) => member(one, 'name') === of.name)
    const actual = member(type, 'endpoint')
    // Absolute, and with or without a slash: all are read the same way (AMB-009).
    const last = String(actual).replace(/\/+$/, '').split('/').at(-1)
    const detail = { what: 'endpoint', expected: `/${of.expected}`, actual }
    const schemas = member(bodyOf(served), 'schemas')
    const isList = Array.isArray(schemas) && schemas.includes(URN.listResponse)
    // A service may refuse to list everybody, but not to know the endpoint.
    const refused = [400, 403].includes(served.response?.status ?? 0)
    const expected = { expected: 'a ListResponse', actual: served.response?.body }
    if (type !== undefined) claim('RFC7644-3.2-01', list).holds(last === of.expected, detail)
    claim('RFC7644-3.2-01', served).holds(isList || refused, expected)
  },

  counterexample: ({ list, served }) => [
    { list, served: answering(served, { status: 404, body: { schemas: [URN.error], status: '404' } }) },
  ],
})
