import { defineCheck, resourcesIn } from '#check'
import { type Json, member, URN } from '#scim'
import { attributesOf, everySchema, partsOf, readAttributes } from './schemas.part.ts'

const isComplex = (definition: Json) => String(member(definition, 'type')).toLowerCase() === 'complex'

/** The schema of schemas is exempt (RFC7643-7-05). */
const describes = (schema: Json) => member(schema, 'id') !== URN.schema && attributesOf(schema).length > 0

export default defineCheck({
  id: 'schema/only-complex-attributes-have-parts',
  title: 'Complex attributes list their parts, and the parts are simple',
  proves: ['RFC7643-1.2-02', 'RFC7643-2.3.8-04', 'RFC7643-7-15'],
  needs: { features: ['schemas'] },
  breaks:
    'i2scim: /Schemas left out the parts of complex attributes (i2-open/i2scim#18). Cost: provisioning blocked.',

  act: (act) => readAttributes(act, describes),

  judge({ list }, claim) {
    for (const schema of resourcesIn(list).filter(describes)) {
      for (const definition of attributesOf(schema)) {
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
    return everySchema(list, { attributes })
  },
})
