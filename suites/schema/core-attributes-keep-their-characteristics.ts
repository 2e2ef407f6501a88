import { defineCheck, reading, resourcesIn } from '#check'
import { type Json, member, URN } from '#scim'
import { attributesOf, everySchema, readSchemas } from './schemas.part.ts'

/** Fixed by prose, so that no published schema can say otherwise; with the row that has it. */
const FIXED = [
  ['userName', 'required', [true], 'RFC7643-4.1.1-03'],
  ['userName', 'uniqueness', ['server', 'global'], 'RFC7643-4.1.1-02'],
  ['userName', 'caseExact', [false, null], 'RFC7643-4.1.1-04'],
  ['password', 'mutability', ['writeOnly'], 'RFC7643-4.1.1-26'],
  ['password', 'returned', ['never'], 'RFC7643-4.1.1-26'],
  ['groups', 'mutability', ['readOnly'], 'RFC7643-4.1.2-25'],
] as const

const isSame = (a: Json | undefined, b: string) => String(a).toLowerCase() === b.toLowerCase()

export default defineCheck({
  id: 'schema/core-attributes-keep-their-characteristics',
  title: 'Published core attributes keep what the prose of RFC 7643 fixes',
  proves: FIXED.map(([, , , row]) => row),
  needs: { features: ['schemas'] },
  each: ({ schemas }) => schemas.filter(({ id }) => isSame(id, URN.user)).map(({ name }) => ({ name })),

  act: readSchemas,

  judge({ list }, claim) {
    const schema = resourcesIn(list).find(({ id }) => isSame(id, URN.user))
    for (const [name, characteristic, allowed, row] of FIXED) {
      const found = attributesOf(schema).find((one) => isSame(member(one, 'name'), name))
      const given = member(found, characteristic) ?? null
      // Names and keywords are compared without letter case (RFC7643-2.1-02 and 7-04).
      const actual = allowed.find((one) => typeof one === 'string' && isSame(given, one)) ?? given
      // Which case rules are published is one thing, which are followed another (AMB-079).
      const excused = characteristic === 'caseExact' && actual === true
      // A service may do without an attribute; what it publishes has to be right.
      const fits = found === undefined || excused || allowed.some((one) => one === actual)
      claim(row, list).holds(fits, {
        what: `${characteristic} of ${name}`,
        expected: [...allowed],
        actual,
        ...(excused ? { reading: reading('AMB-079/metadata', actual).reading } : {}),
      })
    }
  },

  counterexample: ({ list }) =>
    FIXED.map(([name]) => {
      const attributes = [{ name, required: false, caseExact: 'no', mutability: 'immutable' }]
      return everySchema(list, { attributes })
    }),
})
