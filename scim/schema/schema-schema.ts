import { URN } from '../message/index.ts'
import { boolean, complex, readOnly, string } from './define.ts'
import { ATTRIBUTE_TYPES, MUTABILITIES, RETURNED, UNIQUENESSES } from './keywords.ts'
import type { Attribute, Schema } from './model.ts'

const exact = { caseExact: true } as const

function characteristics(types: readonly string[]): Attribute[] {
  return [
    string('name', 'Name of the attribute.', { ...exact, required: true }),
    string('type', 'Data type.', { required: true, canonicalValues: types }),
    boolean('multiValued', 'Whether there can be many values.', { required: true }),
    string('description', 'Explanation.', exact),
    boolean('required', 'Whether there must be a value.'),
    string('canonicalValues', 'Customary values.', { ...exact, multiValued: true }),
    boolean('caseExact', 'Whether letter case matters.'),
    string('mutability', 'Who may write it, and when.', { ...exact, canonicalValues: MUTABILITIES }),
    string('returned', 'When it is part of an answer.', { ...exact, canonicalValues: RETURNED }),
    string('uniqueness', 'Among what its values are unique.', { ...exact, canonicalValues: UNIQUENESSES }),
    string('referenceTypes', 'What a reference can point to.', { ...exact, multiValued: true }),
  ]
}

const subAttributes = complex(
  'subAttributes',
  'Parts of a complex attribute.',
  characteristics(ATTRIBUTE_TYPES.filter((type) => type !== 'complex')),
  { multiValued: true },
)

/** RFC 7643 section 7: the only schema with three levels. */
export const schemaSchema: Schema = {
  id: URN.schema,
  name: 'Schema',
  description: 'What resources of a kind consist of',
  attributes: readOnly([
    string('id', 'URN of the schema.', { required: true, returned: 'always' }),
    string('name', 'Name to show to people.'),
    string('description', 'Explanation.'),
    complex('attributes', 'The attributes.', [...characteristics(ATTRIBUTE_TYPES), subAttributes], {
      multiValued: true,
      required: true,
    }),
  ]),
}
