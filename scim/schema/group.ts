import { URN } from '../message/index.ts'
import { complex, reference, string } from './define.ts'
import type { Schema } from './model.ts'

const fixed = { mutability: 'immutable' } as const

const members = complex(
  'members',
  'Who belongs to the group.',
  [
    string('value', 'id of the member.', fixed),
    reference('$ref', 'Address of the member.', { ...fixed, referenceTypes: ['User', 'Group'] }),
    string('type', 'Resource type of the member.', { ...fixed, canonicalValues: ['User', 'Group'] }),
    string('display', 'Name of the member.', fixed),
  ],
  { multiValued: true },
)

/** RFC 7643 section 4.2; `displayName` is required by its prose and by erratum 5368. */
export const groupSchema: Schema = {
  id: URN.group,
  name: 'Group',
  description: 'Group of users',
  attributes: [string('displayName', 'Name to show to people.', { required: true }), members],
}
