import { asking, defineClientRule, instead, plainPath, type Trace } from '#check'
import { isObject, type Json, type JsonObject, member, URN } from '#scim'

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']
const operations = (body: Json | undefined): Json[] => {
  const all = member(body, 'Operations')
  return Array.isArray(all) ? all : []
}

export default defineClientRule({
  id: 'client/bulk-has-its-form',
  title: 'A bulk request is a BulkRequest with operations that are complete',
  proves: [
    'RFC7644-3.7-02',
    'RFC7644-3.7-07',
    'RFC7644-3.7-08',
    'RFC7644-3.7-09',
    'RFC7644-3.7-11',
    'RFC7644-3.7-13',
  ],
  breaks: 'A whole page of changes is refused at once.',

  judge(trace, claim) {
    for (const exchange of trace) {
      if (plainPath(exchange) !== '/Bulk' || exchange.request.method !== 'POST') continue
      const { body } = exchange.request
      const schemas = member(body, 'schemas')
      const named = { what: 'schemas of a bulk request', expected: [URN.bulkRequest], actual: schemas }
      const isBulk = Array.isArray(schemas) && schemas.some((urn) => sameText(urn, URN.bulkRequest))
      claim('RFC7644-3.7-02', exchange).holds(isBulk, { ...named, pointer: '/schemas' })
      const ids = new Map<string, number>()
      for (const one of operations(body)) {
        const id = member(one, 'bulkId')
        if (typeof id === 'string') ids.set(id, (ids.get(id) ?? 0) + 1)
      }
      const twice = [...ids].filter(([, count]) => count > 1).map(([id]) => id)
      claim('RFC7644-3.7-09', exchange).holds(twice.length === 0, {
        what: 'bulkId given twice',
        expected: [],
        actual: twice,
      })
      for (const [index, one] of operations(body).entries()) {
        const pointer = `/Operations/${index}`
        const [method, path, bulkId, data] = ['method', 'path', 'bulkId', 'data'].map((name) =>
          member(one, name),
        )
        const name = String(method).toUpperCase()
        claim('RFC7644-3.7-07', exchange).holds(METHODS.includes(name), {
          what: 'method',
          expected: METHODS,
          actual: method,
          pointer,
        })
        claim('RFC7644-3.7-11', exchange).holds(typeof path === 'string', {
          what: 'path',
          expected: 'present',
          actual: path,
          pointer,
        })
        if (name === 'POST')
          claim('RFC7644-3.7-08', exchange).holds(typeof bulkId === 'string' && bulkId !== '', {
            what: 'bulkId of a POST',
            expected: 'present',
            actual: bulkId,
            pointer,
          })
        if (name !== 'DELETE')
          claim('RFC7644-3.7-13', exchange).holds(isObject(data), {
            what: 'data',
            expected: 'present',
            actual: data,
            pointer,
          })
      }
    }
  },

  counterexample: (trace): readonly Trace[] => {
    const bulk = trace.find((one) => plainPath(one) === '/Bulk' && operations(one.request.body).length > 0)
    if (!bulk) return []
    const body = bulk.request.body as JsonObject
    const wrong = (change: JsonObject) => instead(trace, bulk, asking(bulk, { body: { ...body, ...change } }))
    const user = { schemas: [URN.user], userName: 'kari' }
    const post = { method: 'POST', path: '/Users', bulkId: 'a', data: user }
    return [
      wrong({ schemas: [] }),
      wrong({ Operations: [post, post] }),
      wrong({ Operations: [{ path: '/Users', bulkId: 'a', data: user }] }),
      wrong({ Operations: [{ method: 'POST', bulkId: 'a', data: user }] }),
      wrong({ Operations: [{ method: 'POST', path: '/Users', data: user }] }),
      wrong({ Operations: [{ method: 'POST', path: '/Users', bulkId: 'a' }] }),
    ]
  },
})

function sameText(one: Json, other: string): boolean {
  return String(one).toLowerCase() === other.toLowerCase()
}
