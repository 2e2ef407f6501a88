import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type Json, member } from '#scim'

/** Attribute definitions of a schema, sub-attributes included, each with its path. */
function definitions(owner: Json, name: string, prefix: string): { path: string; definition: Json }[] {
  const given = member(owner, name)
  return (Array.isArray(given) ? given : []).flatMap((definition) => {
    const path = `${prefix}${String(member(definition, 'name'))}`
    return [{ path, definition }, ...definitions(definition, 'subAttributes', `${path}.`)]
  })
}

export default defineCheck({
  id: 'schema/attribute-flags-are-booleans',
  title: 'multiValued and required are true or false in /Schemas',
  proves: ['RFC7643-7-17', 'RFC7643-7-19', 'RFC7643-7-06'],
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
      const [many, required] = [member(definition, 'multiValued'), member(definition, 'required')]
      const say = (name: string) => ({ what: `${name} of ${path}`, expected: 'true or false' })
      const fits = (flag: Json | undefined) => flag === undefined || typeof flag === 'boolean'
      claim('RFC7643-7-17', list).holds(fits(many), { ...say('multiValued'), actual: many })
      // Section 2.2 has a default for required, and none for multiValued.
      claim('RFC7643-7-19', list).holds(fits(required), { ...say('required'), actual: required })
      claim('RFC7643-7-06', list).holds(many !== undefined, { ...say('multiValued'), actual: many })
    }
  },

  counterexample: ({ list }) =>
    [{ multiValued: 'false', required: 'True' }, {}].map((flags) => {
      const attributes = [{ name: 'title', type: 'string', ...flags }]
      const Resources = resourcesIn(list).map((schema) => ({ ...schema, attributes }))
      return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
    }),
})
