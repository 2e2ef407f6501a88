import { defineCheck } from '#check'
import { member } from '#scim'
import { definitionsIn, everySchema, readAttributes } from './schemas.part.ts'

/** The keywords of RFC 7643 section 7, which the schema of Schema resources fixes. */
const KEYWORDS = {
  mutability: ['readonly', 'readwrite', 'immutable', 'writeonly'],
  returned: ['always', 'never', 'default', 'request'],
  uniqueness: ['none', 'server', 'global'],
} as const

export default defineCheck({
  id: 'schema/characteristics-have-known-values',
  title: 'mutability, returned and uniqueness have a value of RFC 7643',
  proves: ['RFC7643-8.7.2-01'],
  needs: { features: ['schemas'] },

  act: (act) => readAttributes(act),

  judge({ list }, claim) {
    for (const { path, definition } of definitionsIn(list)) {
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
    return everySchema(list, { attributes })
  },
})
