import { bodyOf, defineCheck, get, resourcesIn } from '#check'
import { answering, type Json, member, URN } from '#scim'

const partsOf = (definition: Json): Json[] => {
  const given = member(definition, 'subAttributes')
  return Array.isArray(given) ? given : []
}

const isComplex = (definition: Json) => String(member(definition, 'type')).toLowerCase() === 'complex'

/** The schema of schemas is exempt (RFC7643-7-05). */
function describes(schema: Json): boolean {
  const given = member(schema, 'attributes')
  return member(schema, 'id') !== URN.schema && Array.isArray(given) && given.length > 0
}

export default defineCheck({
  id: 'schema/only-complex-attributes-have-parts',
  title: 'Complex attributes list their parts, and the parts are simple',
  proves: ['RFC7643-1.2-02', 'RFC7643-2.3.8-04', 'RFC7643-7-15'],
  needs: { features: ['schemas'] },

  async act({ blocked, send }) {
    const list = await send(get('/Schemas'))
    const some = resourcesIn(list).some(describes)
    if (!some) blocked('/Schemas lists no attributes to look at')
    return { list }
  },

  judge({ list }, claim) {
    for (const schema of resourcesIn(list).filter(describes)) {
      const given = member(schema, 'attributes')
      for (const definition of Array.isArray(given) ? given : []) {
        const parts = partsOf(definition)
        const deep = parts.find((part) => isComplex(part) || partsOf(part).length > 0)
        const what = `subAttributes of ${String(member(definition, 'name'))}`
        const simple = isComplex(definition) || parts.length === 0
        const whole = !isComplex(definition) || parts.length > 0
        claim('RFC7643-1.2-02', list).holds(simple, { what, expected: 'none', actual: parts })
        claim('RFC7643-2.3.8-04', list).holds(!deep, { what, expected: 'simple ones', actual: deep })
        claim('RFC7643-7-15', list).holds(whole, { what, expected: 'at least one', actual: undefined })
      }
    }
  },

  counterexample: ({ list }) => {
    const inner = { name: 'inner', type: 'complex', subAttributes: [{ name: 'core', type: 'string' }] }
    const attributes = [
      { name: 'title', type: 'string', subAttributes: [inner] },
      { name: 'name', type: 'complex' },
    ]
    const Resources = resourcesIn(list).map((schema) => ({ ...schema, attributes }))
    return { list: answering(list, { body: { ...bodyOf(list), Resources } }) }
  },
})
