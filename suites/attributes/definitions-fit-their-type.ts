import { type Claims, defineCheck, get } from '#check'
import { answering, type Exchange, isObject, type Json, type JsonObject, member } from '#scim'

type Row = 'RFC7643-1.2-01' | 'RFC7643-2.3.2-02' | 'RFC7643-2.3.7-05' | 'RFC7643-2.3.8-03'

/** Every definition in a list of schemas, that of sub-attributes included, with its path. */
function definitions(holder: Json | undefined, name: string, prefix = ''): [string, JsonObject][] {
  const list = member(holder, name)
  return (Array.isArray(list) ? list.filter(isObject) : []).flatMap((one): [string, JsonObject][] => {
    const path = `${prefix}${String(one.name)}`
    return [[path, one], ...definitions(one, 'subAttributes', `${path}.`)]
  })
}

function schemasIn({ response }: Exchange): JsonObject[] {
  const list = member(response?.body, 'Resources')
  return Array.isArray(list) ? list.filter(isObject) : []
}

const comparesOrCounts = ({ caseExact, uniqueness }: JsonObject) =>
  caseExact === true || (typeof uniqueness === 'string' && uniqueness !== 'none')

const RULES: Readonly<Record<string, readonly [Row, (definition: JsonObject) => boolean]>> = {
  boolean: ['RFC7643-2.3.2-02', comparesOrCounts],
  complex: ['RFC7643-2.3.8-03', comparesOrCounts],
  reference: [
    'RFC7643-2.3.7-05',
    ({ referenceTypes }) => !Array.isArray(referenceTypes) || referenceTypes.length === 0,
  ],
}

export default defineCheck({
  id: 'attributes/definitions-fit-their-type',
  title: 'A definition has the characteristics that its type can have',
  proves: ['RFC7643-1.2-01', 'RFC7643-2.3.2-02', 'RFC7643-2.3.7-05', 'RFC7643-2.3.8-03'],
  needs: { features: ['schemas'] },
  requests: () => 1,

  act: async ({ send }) => ({ schemas: await send(get('/Schemas')) }),

  judge({ schemas }, claim: Claims<Row>) {
    claim('RFC7643-1.2-01', schemas).status(200)
    for (const [row] of Object.values(RULES)) claim(row, schemas).status(200)
    for (const schema of schemasIn(schemas))
      for (const [path, definition] of definitions(schema, 'attributes')) {
        const rule = RULES[String(definition.type)]
        if (!rule?.[1](definition)) continue
        const { caseExact = null, uniqueness = null, referenceTypes = null } = definition
        const detail = {
          what: `${String(schema.id)}:${path}`,
          expected: `as for ${String(definition.type)} attributes`,
          actual: { caseExact, uniqueness, referenceTypes },
        }
        // The schemas that RFC 7643 prints are at fault themselves.
        claim(rule[0], schemas).holds(true, { ...detail, reading: 'AMB-003/metadata' })
      }
  },

  counterexample: ({ schemas }) => {
    const attributes = ['boolean', 'complex', 'reference'].map((type) => ({
      name: type,
      type,
      caseExact: true,
    }))
    return [
      { schemas: answering(schemas, { status: 500 }) },
      { schemas: answering(schemas, { body: { Resources: [{ id: 'urn:x', attributes }] } }) },
    ]
  },
})
