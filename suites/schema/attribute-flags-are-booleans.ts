import { defineCheck } from '#check'
import { type Json, member } from '#scim'
import { definitionsIn, everySchema, readAttributes } from './schemas.part.ts'

export default defineCheck({
  id: 'schema/attribute-flags-are-booleans',
  title: 'multiValued and required are true or false in /Schemas',
  proves: ['RFC7643-7-17', 'RFC7643-7-19', 'RFC7643-7-06'],
  needs: { features: ['schemas'] },

  act: (act) => readAttributes(act),

  judge({ list }, claim) {
    for (const { path, definition } of definitionsIn(list)) {
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
      return everySchema(list, { attributes })
    }),
})
