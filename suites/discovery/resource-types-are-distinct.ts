import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'discovery/resource-types-are-distinct',
  title: 'No two resource types share a name or an endpoint',
  proves: ['RFC7643-6-06', 'RFC7643-6-10'],
  needs: { features: ['resourceTypes'] },

  async act({ blocked, send }) {
    const list = await send(get('/ResourceTypes'))
    if (resourcesIn(list).length === 0) blocked('/ResourceTypes lists no types to look at')
    return { list }
  },

  judge({ list }, claim) {
    for (const [row, name] of [
      ['RFC7643-6-06', 'name'],
      ['RFC7643-6-10', 'endpoint'],
    ] as const) {
      const values = resourcesIn(list).map((type) => member(type, name) ?? null)
      const distinct = new Set(values).size === values.length
      claim(row, list).holds(distinct, { what: name, expected: 'each once', actual: values })
    }
  },

  counterexample: ({ list }) => {
    const Resources = resourcesIn(list).flatMap((type) => [type, type])
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
