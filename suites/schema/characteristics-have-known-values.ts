import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type Json, member } from '#scim'

/** The keywords of RFC 7643 section 7, which the schema of Schema resources fixes. */
const KEYWORDS = {
  mutability: ['readonly', 'readwrite', 'immutable', 'writeonly'],
  returned: ['always', 'never', 'default', 'request'],
  uniqueness: ['none', 'server', 'global'],
} as const

/** Attribute definitions of a schema, sub-attributes included, each with its path. */
function definitions(owner: Json, name: string, prefix: string): { path: string; definition: Json }[] {
  const given = member(owner, name)
  return (Array.isArray(given) ? given : []).flatMap((definition) => {
    const path = `${prefix}${String(member(definition, 'name'))}`
    return [{ path, definition }, ...definitions(definition, 'subAttributes', `${path}.`)]
  })
}

export default defineCheck({
  id: 'schema/characteristics-have-known-values',
  title: 'mutability, returned and uniqueness have a value of RFC 7643',
  proves: ['RFC7643-8.7.2-01'],
  needs: { features: ['schemas'] },

  async act({ blocked, send }) {
    const list = await send(get('/Schemas'))
    const some = resourcesIn(list).some((schema) => definitions(schema, 'attributes', '').length > 0)
    if (!some) blocked('/Schemas lists no attributes to look at')
    return { list }
  },

  judge({ list }, claim) {
    const all = resourcesIn(list).flatMap((schema) => definitions(schema, 'attributes', ''))
    for (const { path, definition } of all) {
      for (const [name, words] of Object.entries(KEYWORDS)) {
        const actual = member(definition, name) ?? null
        const known: readonly string[] = words
        const fits = actual === null || known.includes(String(actual).toLowerCase())
        claim('RFC7643-8.7.2-01', list).holds(fits, {
          what: `${name} of ${path}`,
          expected: [...words],
          actual,
        })
      }
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'title', type: 'string', multiValued: false, mutability: 'read-write' }]
    const Resources = resourcesIn(list).map((schema) => ({ ...schema, attributes }))
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
