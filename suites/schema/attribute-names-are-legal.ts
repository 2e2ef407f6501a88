import { defineCheck, resourcesIn } from '#check'
import { type Json, member } from '#scim'
import { attributesOf, everySchema, partsOf, readSchemas } from './schemas.part.ts'

const isLegal = (name: Json | undefined) =>
  typeof name === 'string' && (name === '$ref' || /^[A-Za-z][\w$-]*$/.test(name))

/** The names of each level: those of a schema, and those of each complex attribute. */
function levels(definitions: readonly Json[]): (Json | undefined)[][] {
  const own = definitions.map((definition) => member(definition, 'name'))
  return [own, ...definitions.flatMap((definition) => levels(partsOf(definition)))]
}

export default defineCheck({
  id: 'schema/attribute-names-are-legal',
  title: 'Attributes in /Schemas have legal names, each once',
  proves: ['RFC7643-2.1-03', 'RFC7643-7-13'],
  needs: { features: ['schemas'] },

  act: readSchemas,

  judge({ list }, claim) {
    for (const schema of resourcesIn(list)) {
      for (const names of levels(attributesOf(schema))) {
        const what = `names in ${String(member(schema, 'id'))}`
        const wrong = names.find((name) => !isLegal(name))
        const known = names.map((name) => String(name).toLowerCase())
        const twice = known.find((name, index) => known.indexOf(name) !== index)
        const unnamed = names.some((name) => typeof name !== 'string' || name === '')
        const expected = 'a letter, then letters, digits, "$", "-" or "_"'
        claim('RFC7643-2.1-03', list).holds(names.every(isLegal), { what, expected, actual: wrong })
        const detail = { what, expected: 'a name for each, and each once', actual: twice }
        claim('RFC7643-7-13', list).holds(twice === undefined && !unnamed, detail)
      }
    }
  },

  counterexample: ({ list }) => {
    const attributes = [{ name: '2fa enabled' }, { name: 'title' }, { name: 'Title' }]
    return everySchema(list, { attributes })
  },
})
