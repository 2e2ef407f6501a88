import { defineCheck, reading, resourcesIn } from '#check'
import { type Json, member } from '#scim'
import { definitionsIn, everySchema, readAttributes } from './schemas.part.ts'

/** Words, or nothing under the reading that has them optional. */
function judged(actual: Json | undefined) {
  // Empty words say as little as none.
  const absent = actual === undefined || actual === null || actual === ''
  return {
    ok: absent || typeof actual === 'string',
    detail: {
      expected: 'words for a person',
      actual,
      ...(absent ? { reading: reading('AMB-002/absent', null).reading } : {}),
    },
  }
}

export default defineCheck({
  id: 'schema/names-and-descriptions-are-given',
  title: 'Schemas have a name, they and their attributes a description',
  proves: ['RFC7643-7-09', 'RFC7643-7-11', 'RFC7643-7-18'],
  needs: { features: ['schemas'] },

  act: (act) => readAttributes(act),

  judge({ list }, claim) {
    for (const schema of resourcesIn(list)) {
      const id = String(member(schema, 'id'))
      const [name, description] = [judged(member(schema, 'name')), judged(member(schema, 'description'))]
      claim('RFC7643-7-09', list).holds(name.ok, { what: `name of ${id}`, ...name.detail })
      claim('RFC7643-7-11', list).holds(description.ok, {
        what: `description of ${id}`,
        ...description.detail,
      })
    }
    for (const { path, definition } of definitionsIn(list)) {
      const { ok, detail } = judged(member(definition, 'description'))
      claim('RFC7643-7-18', list).holds(ok, { what: `description of ${path}`, ...detail })
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: 'title', type: 'string', multiValued: false, description: 7 }]
    return everySchema(list, { name: ['User'], description: 7, attributes })
  },
})
