import { URN } from '../message/index.ts'
import { boolean, complex, readOnly, reference, string } from './define.ts'
import type { Schema } from './model.ts'

const uri = { required: true, caseExact: true, referenceTypes: ['uri'] } as const

/** RFC 7643 section 6; `schemaExtensions` is optional there, whatever section 8.7.2 shows. */
export const resourceTypeSchema: Schema = {
  id: URN.resourceType,
  name: 'ResourceType',
  description: 'A kind of resource and where it lives',
  attributes: readOnly([
    string('id', 'Identifier, often the name.'),
    string('name', 'Name of the resource type.', { required: true, caseExact: true, uniqueness: 'server' }),
    string('description', 'Explanation.'),
    reference('endpoint', 'Address below the base URL.', { ...uri, uniqueness: 'server' }),
    reference('schema', 'URN of the core schema.', uri),
    complex(
      'schemaExtensions',
      'Extensions a resource can have.',
      [
        reference('schema', 'URN of the extension.', uri),
        boolean('required', 'Whether every resource has it.', { required: true }),
      ],
      { multiValued: true },
    ),
  ]),
}
