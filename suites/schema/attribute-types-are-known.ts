import { defineCheck } from '#check'
import { member } from '#scim'
import { definitionsIn, everySchema, readAttributes } from './schemas.part.ts'

const TYPES = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'binary', 'reference', 'complex']

export default defineCheck({
  id: 'schema/attribute-types-are-known',
  title: 'Attributes in /Schemas have a type of RFC 7643',
  proves: ['RFC7643-7-14', 'RFC7643-2.3-01'],
  needs: { features: ['schemas'] },

  act: (act) => readAttributes(act),

  judge({ list }, claim) {
    const lower = TYPES.map((type) => type.toLowerCase())
    for (const { path, definition } of definitionsIn(list)) {
      // Without a type it is a string (RFC7643-2.2-07).
      const actual = member(definition, 'type') ?? 'string'
      const say = { what: `type of ${path}`, expected: TYPES, actual }
      claim('RFC7643-7-14', list).holds(lower.includes(String(actual).toLowerCase()), say)
      claim('RFC7643-2.3-01', list).holds(TYPES.includes(String(actual)), say)
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'shoeSize', type: 'number', multiValued: false }]
    return everySchema(list, { attributes })
  },
})
