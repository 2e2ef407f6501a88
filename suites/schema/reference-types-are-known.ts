import { defineCheck } from '#check'
import { member } from '#scim'
import { definitionsIn, everySchema, readAttributes } from './schemas.part.ts'

export default defineCheck({
  id: 'schema/reference-types-are-known',
  title: 'referenceTypes are resource types, "external" or "uri"',
  proves: ['RFC7643-7-45'],
  needs: { features: ['schemas', 'resourceTypes'] },

  act: (act) => readAttributes(act),

  judge({ list }, claim, { facts }) {
    // The schemas that RFC 7643 prints name User and Group, whatever a service has.
    const known = ['external', 'uri', 'user', 'group', ...facts.resourceTypes.map(({ name }) => name)]
    const lower = new Set(known.map((name) => name.toLowerCase()))
    for (const { path, definition } of definitionsIn(list)) {
      const given = member(definition, 'referenceTypes') ?? []
      const odd = Array.isArray(given) ? given.find((name) => !lower.has(String(name).toLowerCase())) : given
      const detail = { what: `referenceTypes of ${path}`, expected: known, actual: odd }
      claim('RFC7643-7-45', list).holds(odd === undefined, detail)
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'photo', type: 'reference', multiValued: false, referenceTypes: ['http'] }]
    return everySchema(list, { attributes })
  },
})
