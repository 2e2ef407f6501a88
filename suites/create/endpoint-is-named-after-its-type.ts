import { defineCheck, get, resourcesIn } from '#check'
import { answering, member } from '#scim'

/** Irregular plurals (`People`, `Entries`) begin like the name and are not the name itself. */
function isPlural(endpoint: string, name: string): boolean {
  // AMB-009: the endpoint may be given as a whole URL.
  const plural = endpoint.replace(/\/+$/, '').split('/').at(-1)?.toLowerCase() ?? ''
  const singular = name.toLowerCase()
  return plural === `${singular}s` || (plural !== singular && plural.startsWith(singular.slice(0, 2)))
}

export default defineCheck({
  id: 'create/endpoint-is-named-after-its-type',
  title: 'Resources of a type are at an endpoint of its name in the plural',
  proves: ['RFC7644-3.2-02'],
  needs: { features: ['resourceTypes'] },

  async act({ send }) {
    return { types: await send(get('/ResourceTypes')) }
  },

  judge({ types }, claim) {
    claim('RFC7644-3.2-02', types).succeeds()
    for (const [index, type] of resourcesIn(types).entries()) {
      const [name, endpoint] = [member(type, 'name'), member(type, 'endpoint')].map(String)
      claim('RFC7644-3.2-02', types).holds(isPlural(endpoint ?? '', name ?? ''), {
        expected: `/${name}s`,
        actual: endpoint,
        pointer: `/Resources/${index}/endpoint`,
      })
    }
  },

  counterexample: ({ types }) =>
    ['/Device', '/gadgets'].map((endpoint) => ({
      types: answering(types, { body: { Resources: [{ name: 'Device', endpoint }] } }),
    })),
})
